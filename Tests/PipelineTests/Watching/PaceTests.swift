import Testing

@testable import Pipeline

@Suite("What is done again in time, and takes its share of it")
struct PaceTests {
    @Test("It is due at once, and after it took a second not for twenty")
    func share() {
        var pace = Pace()
        #expect(pace.isDue(at: 0) && pace.isDue(at: -5))
        pace.took(1_000, until: 50_000)
        #expect(!pace.isDue(at: 50_000) && !pace.isDue(at: 69_999))
        #expect(pace.isDue(at: 70_000) && pace.next == 70_000)
        pace.took(0, until: 80_000)
        #expect(pace.isDue(at: 80_000))
    }
}
