/// Counting in working time, to the second.
///
/// A clock that would start outside working hours starts at the next working minute; a moment that falls on the end of a
/// working period is that end, not the beginning of the next. The calendar's days are those of the moment's own offset.
extension WorkingCalendar {
    /// How far ahead a deadline is looked for; what lies beyond is not found.
    package static let horizonDays = 36_525

    /// The moment after `count` working minutes; nil where a hundred years do not hold as many.
    package func deadline(after start: Moment, workingMinutes count: Int) -> Moment? {
        let (seconds, overflow) = count.multipliedReportingOverflow(by: 60)
        return overflow ? nil : deadline(after: start, workingSeconds: seconds)
    }

    /// The moment after `count` working days, each the working minutes of an ordinary day; nil where a hundred years do not
    /// hold as many.
    package func deadline(after start: Moment, workingDays count: Int) -> Moment? {
        let (minutes, overflow) = count.multipliedReportingOverflow(by: ordinaryDayMinutes)
        return overflow ? nil : deadline(after: start, workingMinutes: minutes)
    }

    /// The close of the last of `count` days of any kind, or of the next working day where that one is off; nil where no
    /// working day follows within a hundred years.
    ///
    /// The first day is not counted (BLDS 2015, Điều 147-148).
    package func deadline(after start: Moment, calendarDays count: Int) -> Moment? {
        precondition(count >= 0, "a deadline lies \(count) days ahead")
        guard count <= WorkingCalendar.horizonDays else { return nil }
        return close(onOrAfter: start.day.advanced(by: count), offset: start.offset)
    }

    /// The close of `first`, or of the next working day where it is off; nil where none follows within a hundred years.
    package func close(onOrAfter first: Day, offset: Int) -> Moment? {
        for step in 0...WorkingCalendar.horizonDays {
            let day = first.advanced(by: step)
            if let close = periods(on: day).last?.to { return Moment(day: day, minute: close, offset: offset) }
        }
        return nil
    }

    /// Half an ordinary day's working time later: by then the specialised division must have the dossier (Điều 14.4).
    package func handOverDeadline(after start: Moment) -> Moment? {
        deadline(after: start, workingSeconds: ordinaryDayMinutes * 30)
    }

    /// The full working minutes between two moments; 0 where the second is not the later one.
    package func workingMinutes(from start: Moment, to end: Moment) -> Int {
        workingSeconds(from: start, to: end) / 60
    }

    /// The working seconds between two moments; 0 where the second is not the later one.
    package func workingSeconds(from start: Moment, to end: Moment) -> Int {
        guard start < end else { return 0 }
        let (firstDay, firstSecond) = start.local
        let (lastDay, lastSecond) = end.told(at: start.offset).local
        var seconds = 0
        for number in firstDay.number...lastDay.number {
            for period in periods(on: Day(number: number)) {
                let from = number == firstDay.number ? max(period.from * 60, firstSecond) : period.from * 60
                let to = number == lastDay.number ? min(period.to * 60, lastSecond) : period.to * 60
                seconds += max(0, to - from)
            }
        }
        return seconds
    }

    /// The moment after `count` working seconds; nil where a hundred years do not hold as many.
    package func deadline(after start: Moment, workingSeconds count: Int) -> Moment? {
        precondition(count >= 0, "a deadline lies \(count) working seconds ahead")
        var missing = count
        let (firstDay, firstSecond) = start.local
        for step in 0...WorkingCalendar.horizonDays {
            let day = firstDay.advanced(by: step)
            for period in periods(on: day) {
                let from = step == 0 ? max(period.from * 60, firstSecond) : period.from * 60
                let available = period.to * 60 - from
                guard available >= 0 else { continue }
                if missing <= available {
                    return Moment(day: day, minute: 0, offset: start.offset).advanced(bySeconds: from + missing)
                }
                missing -= available
            }
        }
        return nil
    }
}
