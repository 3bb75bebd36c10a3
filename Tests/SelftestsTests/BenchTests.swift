import Selftests
import Testing

@Suite("The parts measured by themselves")
struct BenchTests {
    @Test("Every part is measured, over as much as it says")
    func parts() throws {
        var figures: [BenchFigure] = []
        try Bench.run(bytes: 100_000, entries: 100) { figures.append($0) }
        #expect(figures.count == 10)
        #expect(figures.allSatisfy { $0.nanoseconds > 0 && $0.bytes != 0 })
        #expect(Set(figures.map(\.name)).count == figures.count)
    }
}
