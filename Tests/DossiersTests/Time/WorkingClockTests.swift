import Dossiers
import Testing

@Suite("Working time that is summed up beforehand")
struct WorkingClockTests {
    @Test("It is what the calendar counts, on its own days and on others", arguments: 0..<40)
    func agreesWithTheCalendar(seed: UInt64) throws {
        var random = SplitMix(state: seed &+ 5000)
        let calendar = seed == 0 ? try Calendars.kontum() : try Walker(using: &random).calendar()
        let clock = WorkingClock(calendar, days: Day(number: 3)...Day(number: 30))
        for _ in 0..<60 {
            let start = Moment(seconds: random.below(40 * 86_400), offset: 25_200)
            let offset = random.below(5) == 0 ? 0 : 25_200
            let end = Moment(seconds: start.seconds - 86_400 + random.below(20 * 86_400), offset: offset)
            #expect(
                clock.workingMinutes(from: start, to: end) == calendar.workingMinutes(from: start, to: end),
                "\(start) to \(end)")
            #expect(clock.workingSeconds(from: start, to: end) == calendar.workingSeconds(from: start, to: end))
            let midnight = Moment(day: start.day, minute: 0, offset: 25_200)
            #expect(
                clock.workingMinutes(from: midnight, to: end) == calendar.workingMinutes(from: midnight, to: end))
        }
    }
}
