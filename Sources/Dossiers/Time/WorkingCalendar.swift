/// When the office works: the hours of each weekday, the days off, and the days worked in place of others.
///
/// All that the law leaves to a yearly notice is data here, nothing is computed from the lunar calendar or guessed.
/// Counting by it stands in `WorkingCalendar+Deadlines`.
package struct WorkingCalendar: Sendable, Equatable {
    /// Minutes of a day in which the office works, such as 07:00 to 11:00.
    package struct Period: Sendable, Hashable {
        /// The first minute, counted from midnight.
        package let from: Int
        /// The minute that is no longer part of it; 1440 is midnight.
        package let to: Int

        /// Nil where the period is empty or leaves the day.
        package init?(from: Int, to: Int) {
            guard from >= 0, from < to, to <= 24 * 60 else { return nil }
            self.from = from
            self.to = to
        }

        package var minutes: Int { to - from }
    }

    /// Days off in a row, such as Tết.
    package struct Holiday: Sendable, Hashable {
        package let from: Day
        /// The last of them.
        package let to: Day
        package let name: String

        package init(from: Day, to: Day, name: String) {
            precondition(from <= to, "a holiday ends on \(to), before it begins on \(from)")
            self.from = from
            self.to = to
            self.name = name
        }
    }

    /// A day worked although the week or a holiday would have it off (làm bù).
    package struct Workday: Sendable, Hashable {
        package let date: Day
        /// The day that is off for it (hoán đổi); nil where the day is worked on top.
        package let instead: Day?
        package let name: String

        package init(date: Day, instead: Day?, name: String) {
            self.date = date
            self.instead = instead
            self.name = name
        }
    }

    /// A day with other hours than its weekday has, such as a half day.
    package struct SpecialDay: Sendable, Hashable {
        package let date: Day
        /// In order and without overlap; none where it is off.
        package let periods: [Period]
        package let name: String

        /// Takes the periods in any order; they must not overlap.
        package init(date: Day, periods: [Period], name: String) {
            self.date = date
            self.periods = WorkingCalendar.ordered(periods)
            self.name = name
        }
    }

    /// Ordered and without overlap; a weekday that is missing is off.
    package let hours: [Weekday: [Period]]
    package let holidays: [Holiday]
    package let workdays: [Workday]
    package let specialDays: [SpecialDay]
    /// The last day for which the days off are decided; nil where nothing is said.
    package let decidedUntil: Day?
    /// The day from which this version holds; nil for the first.
    package let validFrom: Day?
    package let dueRule: DueRule
    /// The working minutes of an ordinary day: what most weekdays have, and of those the most.
    package let ordinaryDayMinutes: Int

    private let ordinaryPeriods: [Period]
    /// The numbers of the days off, as ranges in order that neither meet nor overlap.
    private let daysOff: [ClosedRange<Int>]
    private let worked: [Day: [Period]]
    private let special: [Day: [Period]]

    /// Takes the periods of a weekday in any order; they must not overlap.
    package init(
        hours: [Weekday: [Period]], holidays: [Holiday] = [], workdays: [Workday] = [],
        specialDays: [SpecialDay] = [], decidedUntil: Day? = nil, validFrom: Day? = nil, dueRule: DueRule = .hour
    ) {
        let ordered = hours.mapValues { WorkingCalendar.ordered($0) }.filter { !$0.value.isEmpty }
        self.hours = ordered
        self.holidays = holidays
        self.workdays = workdays
        self.specialDays = specialDays
        self.decidedUntil = decidedUntil
        self.validFrom = validFrom
        self.dueRule = dueRule

        let ordinary = WorkingCalendar.ordinaryPeriods(of: ordered)
        ordinaryPeriods = ordinary
        ordinaryDayMinutes = WorkingCalendar.minutes(of: ordinary)
        daysOff = WorkingCalendar.joined(
            holidays.map { $0.from.number...$0.to.number }
                + workdays.compactMap { $0.instead.map { $0.number...$0.number } })
        worked = Dictionary(
            workdays.map { workday in (workday.date, workday.instead.flatMap { ordered[$0.weekday] } ?? ordinary) }
        ) { first, _ in first }
        special = Dictionary(specialDays.map { ($0.date, $0.periods) }) { first, _ in first }
    }

    /// What is worked on `day`, in order.
    ///
    /// A day with hours of its own has those; a worked day takes the hours of the weekday that it replaces, else those of an
    /// ordinary day.
    package func periods(on day: Day) -> [Period] {
        if let periods = special[day] { return periods }
        if let periods = worked[day] { return periods }
        return isOff(day) ? [] : hours[day.weekday] ?? []
    }

    package func isWorkingDay(_ day: Day) -> Bool { !periods(on: day).isEmpty }

    /// Whether a deadline falls past what is decided («tạm tính»).
    package func isProvisional(_ moment: Moment) -> Bool { decidedUntil.map { moment.day > $0 } ?? false }

    /// Whether any day of a year is known to be off beside its weekends: a year of which none is was not entered yet.
    package func knowsDaysOff(in year: Int) -> Bool {
        holidays.contains { ($0.from.civil.year...$0.to.civil.year).contains(year) }
            || workdays.contains { $0.instead?.civil.year == year }
            || specialDays.contains { $0.periods.isEmpty && $0.date.civil.year == year }
    }

    /// Whether a year is called decided, and no day of it is known to be off.
    ///
    /// The year in which a version begins may be over but for days on which everybody works.
    package func isForgotten(_ year: Int) -> Bool {
        guard let until = decidedUntil, year <= until.civil.year, !knowsDaysOff(in: year) else { return false }
        return validFrom.map { $0.advanced(by: -1).civil.year < year } ?? true
    }

    /// Why `day` is worked or off.
    package func nature(of day: Day) -> DayNature {
        if let own = specialDays.first(where: { $0.date == day }) {
            return own.periods.isEmpty ? .holiday(name: own.name) : .otherHours(name: own.name)
        }
        if let workday = workdays.first(where: { $0.date == day }) {
            return .worked(name: workday.name, instead: workday.instead)
        }
        if let workday = workdays.first(where: { $0.instead == day }) {
            return .swapped(for: workday.date, name: workday.name)
        }
        if let holiday = holidays.first(where: { $0.from <= day && day <= $0.to }) {
            return .holiday(name: holiday.name)
        }
        return hours[day.weekday] == nil ? .weekend : .ordinary
    }

    private func isOff(_ day: Day) -> Bool {
        var low = 0
        var high = daysOff.count
        while low < high {
            let middle = (low + high) / 2
            if daysOff[middle].upperBound < day.number { low = middle + 1 } else { high = middle }
        }
        return low < daysOff.count && daysOff[low].contains(day.number)
    }

    private static func ordered(_ periods: [Period]) -> [Period] {
        let ordered = periods.sorted { $0.from < $1.from }
        precondition(zip(ordered, ordered.dropFirst()).allSatisfy { $0.to <= $1.from }, "periods of a day overlap")
        return ordered
    }

    private static func minutes(of periods: [Period]) -> Int { periods.reduce(0) { $0 + $1.minutes } }

    private static func ordinaryPeriods(of hours: [Weekday: [Period]]) -> [Period] {
        var counts: [Int: Int] = [:]
        for periods in hours.values { counts[minutes(of: periods), default: 0] += 1 }
        let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
        return Weekday.allCases.lazy.compactMap { hours[$0] }.first { minutes(of: $0) == most } ?? []
    }

    private static func joined(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        var joined: [ClosedRange<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, range.lowerBound <= last.upperBound + 1 {
                joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }
}
