import Dossiers
import Testing

/// What `WorkingCalendar` says against an evaluator that walks minute by minute and knows nothing of it.
@Suite struct WorkingCalendarProperties {
    @Test("Deadlines, spans and working days agree with walking minute by minute", arguments: 0..<60)
    func agreesWithWalking(seed: UInt64) throws {
        var random = SplitMix(state: seed &+ 1)
        let walker = Walker(using: &random)
        let calendar = try walker.calendar()
        #expect(calendar.ordinaryDayMinutes == walker.ordinaryMinutes())
        for _ in 0..<6 {
            let start = random.below(40 * 1440)
            let count = random.below(2000) + 1
            let due = calendar.deadline(after: walker.moment(start), workingMinutes: count)
            if let walked = walker.deadline(after: start, minutes: count) {
                #expect(due == walker.moment(walked), "\(count) from \(start)")
            } else {
                #expect(due.map { $0 > walker.moment(Walker.length * 1440) } ?? true, "\(count) from \(start)")
            }

            let end = start + random.below(20 * 1440)
            #expect(
                calendar.workingMinutes(from: walker.moment(start), to: walker.moment(end))
                    == (start..<end).count { walker.works($0) }, "\(start) to \(end)")

            let days = random.below(10)
            #expect(
                calendar.deadline(after: walker.moment(start), calendarDays: days)
                    == walker.closing(after: start, days: days).map(walker.moment), "\(days) days from \(start)")
        }
    }

    @Test(
        "A later start, or more time, is never due earlier; and between start and due lies exactly the time",
        arguments: 0..<60)
    func isMonotonous(seed: UInt64) throws {
        var random = SplitMix(state: seed &+ 1000)
        let calendar = try Walker(using: &random).calendar()
        guard calendar.ordinaryDayMinutes > 0 else { return }
        for _ in 0..<20 {
            let start = Moment(seconds: random.below(40 * 86_400), offset: 25_200)
            let minutes = random.below(3000)
            guard let due = calendar.deadline(after: start, workingMinutes: minutes),
                let later = calendar.deadline(
                    after: start.advanced(bySeconds: random.below(90_000)), workingMinutes: minutes),
                let longer = calendar.deadline(after: start, workingMinutes: minutes + random.below(600))
            else { continue }
            #expect(start <= due)
            #expect(due <= later)
            #expect(due <= longer)
            #expect(calendar.workingMinutes(from: start, to: due) == minutes)
        }
    }
}

/// A seeded generator, so that a failure can be made again.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// A random calendar, kept as one truth value a minute from Monday 2026-11-02 on, and counted by walking.
private struct Walker {
    static let length = 120

    let first: Day
    /// By weekday, Monday first: pairs of minutes.
    let week: [[(Int, Int)]]
    let holidays: [ClosedRange<Int>]
    let workdays: [(date: Int, instead: Int?)]
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
            for (from, to) in periods {
                for minute in from..<to { minutes[day * 1440 + minute] = true }
                close[day] = to
            }
        }
        self.week = week
        self.holidays = holidays
        self.workdays = workdays
        self.minutes = minutes
        self.close = close
    }

    func calendar() throws -> WorkingCalendar {
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
            })
    }

    func moment(_ minute: Int) -> Moment { Moment(day: first, minute: minute, offset: 25_200) }

    func works(_ minute: Int) -> Bool { minute < minutes.count && minutes[minute] }

    func ordinaryMinutes() -> Int {
        let totals = week.map { $0.reduce(0) { $0 + $1.1 - $1.0 } }.filter { $0 > 0 }
        let most = Set(totals).map { total in (totals.count { $0 == total }, total) }.max { $0 < $1 }
        return most?.1 ?? 0
    }

    /// The end of the `count`-th working minute; nil where the walk ends before.
    func deadline(after start: Int, minutes count: Int) -> Int? {
        var left = count
        for minute in start..<minutes.count where minutes[minute] {
            left -= 1
            if left == 0 { return minute + 1 }
        }
        return nil
    }

    func closing(after start: Int, days: Int) -> Int? {
        for day in (start / 1440 + days)..<Walker.length {
            if let minute = close[day] { return day * 1440 + minute }
        }
        return nil
    }
}
