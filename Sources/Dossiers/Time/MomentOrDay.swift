/// A time, or a day where no hour is said.
package enum MomentOrDay: Sendable, Equatable {
    case moment(Moment)
    case day(Day)

    /// The moment itself, or the next in working time of that day; of a day, and of a time past its work, the close of its work.
    ///
    /// What falls on a day off ends with the next working day (Điều 148 Bộ luật Dân sự 2015); nil where none follows within a
    /// hundred years.
    package func close(in calendar: WorkingCalendar, offset: Int) -> Moment? {
        switch self {
        case .moment(let moment):
            if let next = calendar.deadline(after: moment.told(at: offset), workingSeconds: 0),
                next.day == moment.told(at: offset).day
            {
                next
            } else {
                calendar.close(onOrAfter: moment.told(at: offset).day, offset: offset)
            }
        case .day(let day): calendar.close(onOrAfter: day, offset: offset)
        }
    }

    /// The moment itself, or the beginning of the day.
    package func start(offset: Int) -> Moment {
        switch self {
        case .moment(let moment): moment.told(at: offset)
        case .day(let day): Moment(day: day, minute: 0, offset: offset)
        }
    }
}
