import Dossiers

/// A slow evaluator of due dates: it keeps one truth value a minute and counts them one by one.
///
/// It reads only what a calendar was made of, and uses none of the arithmetic by which the office counts.
struct MinuteWalk {
    private let first: Day
    private let offset: Int
    private let works: [Bool]
    /// The minutes of a day that most weekdays have.
    let ordinaryMinutes: Int

    /// - Parameter days: how many days from `first` on are known.
    init(_ calendar: WorkingCalendar, first: Day, days: Int, offset: Int) {
        self.first = first
        self.offset = offset
        let ordinary = Weekday.allCases.compactMap { calendar.hours[$0] }.filter { !$0.isEmpty }
        let usual = ordinary.max { left, right in
            ordinary.count { $0 == left } < ordinary.count { $0 == right }
        }
        ordinaryMinutes = (usual ?? []).reduce(0) { $0 + $1.to - $1.from }
        var works: [Bool] = []
        for step in 0..<days {
            let day = Day(number: first.number + step)
            var periods = calendar.hours[day.weekday] ?? []
            if calendar.holidays.contains(where: { $0.from <= day && day <= $0.to }) { periods = [] }
            if calendar.workdays.contains(where: { $0.instead == day }) { periods = [] }
            if let workday = calendar.workdays.first(where: { $0.date == day }) {
                periods = workday.instead.flatMap { calendar.hours[$0.weekday] } ?? usual ?? []
            }
            if let own = calendar.specialDays.first(where: { $0.date == day }) { periods = own.periods }
            works += (0..<1440).map { minute in periods.contains { $0.from <= minute && minute < $0.to } }
        }
        self.works = works
    }

    /// The end of the `count`-th working minute in which no pause lasts; nil where the walk ends before.
    func deadline(after start: Moment, minutes count: Int, pauses: [Range<Moment>] = []) -> Moment? {
        let stops = pauses.map { minute(of: $0.lowerBound)..<minute(of: $0.upperBound) }
        var left = count
        for minute in max(0, minute(of: start))..<works.count
        where works[minute] && !stops.contains(where: { $0.contains(minute) }) {
            left -= 1
            if left == 0 { return moment(minute + 1) }
        }
        return nil
    }

    func workingMinutes(from start: Moment, to end: Moment, without pauses: [Range<Moment>] = []) -> Int {
        guard start < end else { return 0 }
        let stops = pauses.map { minute(of: $0.lowerBound)..<minute(of: $0.upperBound) }
        return (minute(of: start)..<min(works.count, minute(of: end))).count { minute in
            works[minute] && !stops.contains { $0.contains(minute) }
        }
    }

    /// The end of the last working minute of a day, or of the next that has one.
    func close(of day: Day) -> Moment? {
        for step in max(0, day.number - first.number)..<works.count / 1440 {
            if let last = works[step * 1440..<(step + 1) * 1440].lastIndex(of: true) { return moment(last + 1) }
        }
        return nil
    }

    /// The day's close for what came until 15:00, the next opening for what came later; a day off stands for the next that is
    /// worked.
    func sameDayHandOver(after start: Moment) -> Moment? {
        let at = minute(of: start)
        let midnight = at - at % 1440
        guard let last = works[midnight..<midnight + 1440].lastIndex(of: true), at > min(midnight + 900, last + 1)
        else {
            return close(of: start.day)
        }
        return works[(midnight + 1440)...].firstIndex(of: true).map { moment($0) }
    }

    private func minute(of moment: Moment) -> Int {
        (moment.seconds + offset - first.number * 86_400) / 60
    }

    private func moment(_ minute: Int) -> Moment {
        Moment(seconds: first.number * 86_400 + minute * 60 - offset, offset: offset)
    }
}
