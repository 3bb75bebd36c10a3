/// Working time between many pairs of moments by one calendar: what was worked before each day is summed up once.
package final class WorkingClock: Sendable {
    package let calendar: WorkingCalendar
    private let first: Int
    /// Working seconds from the first day's midnight to that of each day.
    private let sums: [Int]
    /// What is worked on each day.
    private let periods: [[WorkingCalendar.Period]]

    /// - Parameter days: for moments of other days it counts as the calendar does.
    package init(_ calendar: WorkingCalendar, days: ClosedRange<Day>) {
        self.calendar = calendar
        first = days.lowerBound.number
        var sums = [0]
        var periods: [[WorkingCalendar.Period]] = []
        for number in days.lowerBound.number...days.upperBound.number {
            let worked = calendar.periods(on: Day(number: number))
            sums.append(worked.reduce(sums[sums.count - 1]) { $0 + $1.minutes * 60 })
            periods.append(worked)
        }
        self.sums = sums
        self.periods = periods
    }

    /// As `WorkingCalendar.workingMinutes` without pauses.
    package func workingMinutes(from start: Moment, to end: Moment) -> Int { workingSeconds(from: start, to: end) / 60 }

    /// As `WorkingCalendar.workingSeconds` without pauses: what is summed up is counted in these, and told in hours.
    package func workingSeconds(from start: Moment, to end: Moment) -> Int {
        guard start < end else { return 0 }
        guard let before = seconds(until: start), let after = seconds(until: end.told(at: start.offset)) else {
            return calendar.workingSeconds(from: start, to: end)
        }
        return after - before
    }

    /// Nil for a moment that lies on no day of its own.
    private func seconds(until moment: Moment) -> Int? {
        let (day, second) = moment.local
        let place = day.number - first
        guard place >= 0, place < sums.count - 1 else { return nil }
        // What most days know without a look at their hours.
        if second == 0 || sums[place] == sums[place + 1] { return sums[place] }
        return periods[place].reduce(sums[place]) { $0 + max(0, min($1.to * 60, second) - $1.from * 60) }
    }
}
