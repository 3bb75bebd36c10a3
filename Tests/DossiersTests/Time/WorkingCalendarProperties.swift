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

    @Test("With pauses, deadlines agree with walking over the minutes that are left", arguments: 0..<80)
    func pausesAgreeWithWalking(seed: UInt64) throws {
        var random = SplitMix(state: seed &+ 2000)
        let walker = Walker(using: &random)
        let calendar = try walker.calendar()
        for _ in 0..<6 {
            let start = random.below(40 * 1440)
            let count = random.below(2000) + 1
            let stops = walker.pauses(using: &random)
            let pauses = stops.map(walker.pause)
            let due = calendar.deadline(after: walker.moment(start), workingMinutes: count, pauses: pauses)
            guard let walked = walker.deadline(after: start, minutes: count, pauses: stops) else {
                #expect(due.map { $0 > walker.moment(Walker.length * 1440) } ?? true, "\(count) from \(start)")
                continue
            }
            #expect(due == walker.moment(walked), "\(count) from \(start), paused \(stops)")
            let end = walker.moment(walked)
            #expect(calendar.workingMinutes(from: walker.moment(start), to: end, without: pauses) == count)
            // The deadline moved by exactly the working time that was paused before it.
            let paused = calendar.workingMinutes(from: walker.moment(start), to: end) - count
            #expect(calendar.deadline(after: walker.moment(start), workingMinutes: count + paused) == end)
        }
    }

    @Test("By the day, with pauses, deadlines agree with walking from close to close", arguments: 0..<80)
    func daysAgreeWithWalking(seed: UInt64) throws {
        var random = SplitMix(state: seed &+ 3000)
        let walker = Walker(using: &random)
        let calendar = try walker.calendar(.endOfDay)
        for _ in 0..<6 {
            let start = random.below(40 * 1440)
            let days = random.below(12) + 1
            let stops = walker.pauses(using: &random)
            let pauses = stops.map(walker.pause)
            let working = calendar.deadline(after: walker.moment(start), workingDays: days, pauses: pauses)
            let any = calendar.deadline(after: walker.moment(start), calendarDays: days, pauses: pauses)
            for (found, onlyWorked) in [(working, true), (any, false)] {
                let walked = walker.closing(after: start, days: days, onlyWorked: onlyWorked, pauses: stops)
                guard let walked else {
                    #expect(found.map { $0 > walker.moment((Walker.length - 1) * 1440) } ?? true)
                    continue
                }
                #expect(found == walker.moment(walked), "\(days) days from \(start), paused \(stops)")
            }
        }
    }

    @Test("A derivation ends where the deadline does, and its days add up to the time", arguments: 0..<60)
    func derivationsAgree(seed: UInt64) throws {
        var random = SplitMix(state: seed &+ 4000)
        let walker = Walker(using: &random)
        for rule in DueRule.allCases {
            let calendar = try walker.calendar(rule)
            guard calendar.ordinaryDayMinutes > 0 else { continue }
            let start = walker.moment(random.below(40 * 1440))
            let pauses = walker.pauses(using: &random).map(walker.pause)
            let days = random.below(9) + 1
            for time in [Procedure.Time.workingDays(days), .days(days)] {
                let derivation = Derivation.result(from: start, time: time, pauses: pauses, by: calendar)
                #expect(derivation.due == calendar.deadline(after: start, time, pauses: pauses))
                guard derivation.due != nil else { continue }
                let sum = derivation.days.reduce(0) { $0 + $1.counted }
                switch derivation.measure {
                case .workingSeconds(let seconds): #expect(sum == seconds)
                case .workingDays(let count), .calendarDays(let count): #expect(sum == count)
                case .sameDay: Issue.record("a published time is not the same day")
                }
                #expect(derivation.days.first?.day == start.day)
                // Midnight, at which a day closes, is told as the next day's.
                #expect(derivation.days.last?.day == derivation.due?.advanced(bySeconds: -1).day)
            }
        }
    }
}
