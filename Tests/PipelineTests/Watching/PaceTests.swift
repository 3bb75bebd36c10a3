import Testing

@testable import Pipeline

@Suite("What is done again in time, and takes its share of it")
struct PaceTests {
    @Test("It is due at once, after a hundred thousand not for four seconds, and after a few at once again")
    func share() {
        let second = 1_000_000_000
        var pace = Pace()
        #expect(pace.isDue(at: 0) && pace.isDue(at: -5))
        pace.saw(100_000, at: 50 * second)
        #expect(!pace.isDue(at: 50 * second) && !pace.isDue(at: 54 * second - 1))
        #expect(pace.isDue(at: 54 * second) && pace.next == 54 * second)
        pace.saw(2_499, at: 80 * second)
        #expect(pace.isDue(at: 80 * second))
        pace.saw(2_500, at: 80 * second)
        #expect(!pace.isDue(at: 80 * second) && pace.next == 80 * second + 100_000_000)
    }
}
