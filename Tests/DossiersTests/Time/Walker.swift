import Dossiers
import Testing

/// A random calendar, kept as one truth value a minute from Monday 2026-11-02 on, and counted by walking.
struct Walker {
    static let length = 120

    let first: Day
    /// By weekday, Monday first: pairs of minutes.
    let week: [[(Int, Int)]]
    let holidays: [ClosedRange<Int>]
    let workdays: [(date: Int, instead: Int?)]
    /// Days with other hours than their weekday has.
    let special: [Int: [(Int, Int)]]
    private let minutes: [Bool]
    private let close: [Int?]

    init(using random: inout SplitMix) {
        first = Day(year: 2026, month: 11, day: 2) ?? Day(number: 0)
        var kinds: [[(Int, Int)]] = [[]]
        for _ in 0..<3 {
            var cuts = Set<Int>()
            while cuts.count < 4 { cuts.insert(random.below(289) * 5) }
            let ordered = cuts.sorted()
            kinds.append([(ordered[0], ordered[1]), (ordered[2], ordered[3])])
        }
        let week = (0..<7).map { _ in kinds[random.below(4)] }
        let holidays = (0..<random.below(6)).map { _ in
            let from = random.below(60)
            return from...from + random.below(9)
        }
        var dates = Set<Int>()
        while dates.count < 4 { dates.insert(random.below(80)) }
        let ordered = dates.sorted()
        let workdays: [(date: Int, instead: Int?)] = [
            (ordered[0], ordered[1]), (ordered[2], random.below(2) == 0 ? nil : ordered[3]),
        ]
        var special: [Int: [(Int, Int)]] = [:]
        for _ in 0..<random.below(4) { special[random.below(80)] = [(420, 660)] }

        let totals = week.map { $0.reduce(0) { $0 + $1.1 - $1.0 } }
        let best = totals.filter { $0 > 0 }.max { left, right in
            let counts = (totals.count { $0 == left }, totals.count { $0 == right })
            return counts.0 != counts.1 ? counts.0 < counts.1 : left < right
        }
        let ordinary = totals.firstIndex { $0 == best }.map { week[$0] } ?? []
        var minutes = [Bool](repeating: false, count: Walker.length * 1440)
        var close = [Int?](repeating: nil, count: Walker.length)
        for day in 0..<Walker.length {
            var periods = week[day % 7]
            if holidays.contains(where: { $0.contains(day) }) || workdays.contains(where: { $0.instead == day }) {
                periods = []
            }
            if let workday = workdays.first(where: { $0.date == day }) {
                let replaced = workday.instead.map { week[$0 % 7] } ?? []
                periods = replaced.isEmpty ? ordinary : replaced
            }
            if let own = special[day] { periods = own }
            for (from, to) in periods {
                for minute in from..<to { minutes[day * 1440 + minute] = true }
                close[day] = to
            }
        }
        self.week = week
        self.holidays = holidays
        self.workdays = workdays
        self.special = special
        self.minutes = minutes
        self.close = close
    }

    func calendar(_ rule: DueRule = .hour) throws -> WorkingCalendar {
        var hours: [Weekday: [WorkingCalendar.Period]] = [:]
        for weekday in Weekday.allCases {
            hours[weekday] = try week[weekday.rawValue].map {
                try #require(WorkingCalendar.Period(from: $0.0, to: $0.1))
            }
        }
        return WorkingCalendar(
            hours: hours,
            holidays: holidays.map {
                .init(from: first.advanced(by: $0.lowerBound), to: first.advanced(by: $0.upperBound), name: "Nghỉ")
            },
            workdays: workdays.map {
                .init(
                    date: first.advanced(by: $0.date), instead: $0.instead.map { first.advanced(by: $0) },
                    name: "Làm bù")
            },
            specialDays: try special.map { day, periods in
                .init(
                    date: first.advanced(by: day),
                    periods: try periods.map { try #require(WorkingCalendar.Period(from: $0.0, to: $0.1)) },
                    name: "Nghỉ nửa ngày")
            }, dueRule: rule)
    }

    func moment(_ minute: Int) -> Moment { Moment(day: first, minute: minute, offset: 25_200) }

    func works(_ minute: Int) -> Bool { minute < minutes.count && minutes[minute] }

    func ordinaryMinutes() -> Int {
        let totals = week.map { $0.reduce(0) { $0 + $1.1 - $1.0 } }.filter { $0 > 0 }
        let most = Set(totals).map { total in (totals.count { $0 == total }, total) }.max { $0 < $1 }
        return most?.1 ?? 0
    }

    /// The end of the `count`-th working minute in which nothing is paused; nil where the walk ends before.
    func deadline(after start: Int, minutes count: Int, pauses: [Range<Int>] = []) -> Int? {
        var left = count
        for minute in start..<minutes.count where minutes[minute] && !pauses.contains(where: { $0.contains(minute) }) {
            left -= 1
            if left == 0 { return minute + 1 }
        }
        return nil
    }

    /// The close of the `days`-th day after the first at whose close nothing is paused, or of the next that is worked.
    ///
    /// - Parameter onlyWorked: whether days off count as well.
    func closing(after start: Int, days: Int, onlyWorked: Bool = false, pauses: [Range<Int>] = []) -> Int? {
        func isPaused(_ day: Int) -> Bool {
            let end = day * 1440 + (close[day] ?? 1440)
            return pauses.contains { $0.lowerBound < end && end < $0.upperBound }
        }
        var last = start / 1440
        var left = days
        while left > 0 {
            last += 1
            guard last < Walker.length else { return nil }
            if !isPaused(last), !onlyWorked || close[last] != nil { left -= 1 }
        }
        for day in last..<Walker.length where !isPaused(day) {
            if let minute = close[day] { return day * 1440 + minute }
        }
        return nil
    }

    /// Up to three times in which the clocks stand, which may touch and overlap.
    func pauses(using random: inout SplitMix) -> [Range<Int>] {
        (0..<random.below(4)).map { _ in
            let from = random.below(50 * 1440)
            return from..<from + 1 + random.below(6 * 1440)
        }
    }

    func pause(_ range: Range<Int>) -> Pause {
        Pause(cause: .supplement, from: moment(range.lowerBound), to: moment(range.upperBound))
    }
}
