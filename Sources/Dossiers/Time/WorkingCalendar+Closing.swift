extension WorkingCalendar {
    /// The close of `first`, or of the next working day where it is off; nil where none follows within a hundred years.
    package func close(onOrAfter first: Day, offset: Int) -> Moment? {
        for step in 0...WorkingCalendar.horizonDays {
            let day = first.advanced(by: step)
            if let close = periods(on: day).last?.to { return Moment(day: day, minute: close, offset: offset) }
        }
        return nil
    }
}
