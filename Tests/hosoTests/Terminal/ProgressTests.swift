import Testing

@testable import hoso

@Suite("Progress of long work")
struct ProgressTests {
    /// What is shown where each of the steps comes so many milliseconds after the one before.
    private func shown(_ steps: [(after: Int, done: Int)], of whole: Int?) -> [String] {
        var now = 0
        var lines: [String] = []
        let progress = Progress("counting", clock: { now * 1_000_000 }, show: { lines.append($0) })
        for step in steps {
            now += step.after
            progress.reach(step.done, of: whole)
        }
        return lines
    }

    @Test("How much is done and left, at what rate, and how long it will take")
    func line() {
        #expect(shown([(1000, 50)], of: 250) == ["counting: 50 done, 200 left, 50 a second, 4s to go"])
        #expect(shown([(1000, 2)], of: 1002) == ["counting: 2 done, 1000 left, 2 a second, 8min to go"])
        #expect(shown([(1000, 1)], of: 10_001) == ["counting: 1 done, 10000 left, 1 a second, 2h to go"])
        #expect(shown([(1000, 7)], of: 7) == ["counting: 7 done, 0 left, 7 a second"])
    }

    @Test("Where nobody knows how much there is, nothing is said of what is left")
    func endless() {
        #expect(shown([(2000, 50)], of: nil) == ["counting: 50 done, 25 a second"])
    }

    @Test("What is over at once shows nothing, and long work not more than five times a second")
    func pace() {
        #expect(shown([(100, 1), (100, 2), (200, 3)], of: 3).isEmpty)
        #expect(shown((1...100).map { (10, $0) }, of: 100).count == 3)
    }

    @Test("A second reading of the same begins anew")
    func again() {
        #expect(
            shown([(1000, 100), (1000, 1), (1000, 11)], of: 101).last
                == "counting: 11 done, 90 left, 11 a second, 9s to go"
        )
    }
}
