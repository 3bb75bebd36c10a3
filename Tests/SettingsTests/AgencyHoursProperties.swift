import Dossiers
import Settings
import Testing

/// The hours of an agency of its own, as `calendar.xml` gives them, against an evaluator that walks minute by minute over what
/// was written.
@Suite struct AgencyHoursProperties {
    private static let length = 90
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// Half-hours of a day, written as a calendar has them.
    private struct Hours: Equatable {
        var periods: [(from: Int, to: Int)]

        var minutes: Int { periods.reduce(0) { $0 + $1.to - $1.from } }
        var xml: String {
            periods.map { "<period from=\"\(Self.clock($0.from))\" to=\"\(Self.clock($0.to))\"/>" }.joined()
        }

        static func == (left: Hours, right: Hours) -> Bool { left.xml == right.xml }

        private static func clock(_ minute: Int) -> String {
            let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
            return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
        }

        init(_ random: inout SplitMix, mayBeNone: Bool) {
            var cuts: Set<Int> = []
            let count = mayBeNone ? [0, 2, 4][random.below(3)] : [2, 4][random.below(2)]
            while cuts.count < count { cuts.insert(360 + random.below(25) * 30) }
            let ordered = cuts.sorted()
            periods = stride(from: 0, to: count, by: 2).map { (ordered[$0], ordered[$0 + 1]) }
        }
    }

    /// A random week of all, of the agency alone, days off, a swap and a day of its own.
    private struct Written {
        let first: Day
        let general: [Int: Hours]
        let own: [Int: Hours]
        let holiday: ClosedRange<Int>
        /// A Saturday that is worked for a weekday.
        let swap: (date: Int, instead: Int)
        let special: (day: Int, hours: Hours)

        init(_ random: inout SplitMix) throws {
            first = try #require(Day("2026-11-02"), "a Monday")
            general = Dictionary(
                uniqueKeysWithValues: (0..<5).map { ($0, Hours(&random, mayBeNone: false)) })
            own = Dictionary(
                uniqueKeysWithValues: (0..<7).filter { _ in random.below(2) == 0 }
                    .map { ($0, Hours(&random, mayBeNone: true)) })
            let from = random.below(20)
            holiday = from...from + random.below(6)
            swap = (7 * (4 + random.below(3)) + 5, 30 + 7 * random.below(3))
            special = (60 + random.below(3), Hours(&random, mayBeNone: true))
        }

        func xml(agency: AgencyCode) -> String {
            func hours(_ weekday: Int, _ hours: Hours, _ whose: String) -> String {
                "<hours days=\"\(weekdays[weekday])\"\(whose)>\(hours.xml)</hours>\n"
            }
            let whose = " agencies=\"\(agency)\""
            return "<calendar xmlns=\"urn:hoso:config:1\">\n"
                + general.sorted { $0.key < $1.key }.map { hours($0.key, $0.value, "") }.joined()
                + own.sorted { $0.key < $1.key }.map { hours($0.key, $0.value, whose) }.joined()
                + "<holiday from=\"\(first.advanced(by: holiday.lowerBound))\" to=\"\(first.advanced(by: holiday.upperBound))\">Nghỉ</holiday>\n"
                + "<workday date=\"\(first.advanced(by: swap.date))\" instead=\"\(first.advanced(by: swap.instead))\">Làm bù</workday>\n"
                + "<day date=\"\(first.advanced(by: special.day))\" name=\"Kiểm kê\"\(whose)>\(special.hours.xml)</day>\n"
                + "<decided until=\"2027-12-31\"/>\n</calendar>"
        }

        private func week(_ weekday: Int) -> Hours? { own[weekday] ?? general[weekday] }

        /// What most weekdays of the agency have, and of those the most.
        var ordinaryMinutes: Int {
            let totals = (0..<7).compactMap { week($0)?.minutes }.filter { $0 > 0 }
            return totals.max { left, right in
                let counts = (totals.count { $0 == left }, totals.count { $0 == right })
                return counts.0 != counts.1 ? counts.0 < counts.1 : left < right
            } ?? 0
        }

        private var ordinary: Hours? {
            (0..<7).lazy.compactMap { week($0) }.first { $0.minutes == ordinaryMinutes }
        }

        private func hours(on day: Int) -> Hours? {
            if day == special.day { return special.hours }
            if day == swap.date {
                let replaced = week(swap.instead % 7)
                return replaced.map { $0.periods.isEmpty } ?? true ? ordinary : replaced
            }
            return holiday.contains(day) || day == swap.instead ? nil : week(day % 7)
        }

        func minutes() -> [Bool] {
            (0..<length).flatMap { day in
                let periods = hours(on: day)?.periods ?? []
                return (0..<1440).map { minute in periods.contains { $0.from <= minute && minute < $0.to } }
            }
        }
    }

    @Test("Due dates in an agency's own hours agree with walking over what its calendar says", arguments: 0..<80)
    func Dieu8_1a_agencysOwnHours(seed: UInt64) throws {
        var random = SplitMix(state: seed &+ 77)
        let written = try Written(&random)
        let agency = try #require(AgencyCode("000.00.31.H34"))
        var configuration = Configurations()
        configuration.set("config/calendar.xml", written.xml(agency: agency))
        let (site, problems) = configuration.load()
        let calendar = try #require(site, "\(problems)").calendars.calendar(for: agency, on: written.first)
        #expect(calendar.ordinaryDayMinutes == written.ordinaryMinutes)
        let minutes = written.minutes()
        func moment(_ minute: Int) -> Moment { Moment(day: written.first, minute: minute, offset: 25_200) }
        for _ in 0..<8 {
            let start = random.below(30 * 1440)
            let days = random.below(6) + 1
            let pause = start + random.below(5 * 1440)..<start + 5 * 1440 + random.below(4 * 1440)
            for pauses in [[], [pause]] {
                let found = calendar.deadline(
                    after: moment(start), workingDays: days,
                    pauses: pauses.map {
                        Pause(cause: .supplement, from: moment($0.lowerBound), to: moment($0.upperBound))
                    })
                var left = days * written.ordinaryMinutes
                var walked: Int?
                for minute in start..<minutes.count
                where walked == nil && minutes[minute] && !pauses.contains(where: { $0.contains(minute) }) {
                    left -= 1
                    if left == 0 { walked = minute + 1 }
                }
                guard let walked else { continue }
                #expect(found == moment(walked), "\(days) days from \(start), paused \(pauses)")
            }
        }
    }
}

/// Random numbers that are the same again for the same seed.
private struct SplitMix {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
