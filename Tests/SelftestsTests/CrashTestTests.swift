import Selftests
import Testing

@Suite("Misfortunes by enumeration")
struct CrashTestTests {
    @Test("FS14 FS12 FS8 a sample of power cuts and faults breaks no promise")
    func FS14_FS12_FS8_sample() throws {
        let counts = try CrashTest(effort: Effort(seed: 7, sample: 2, workers: 2)).run()
        #expect(counts.violations.isEmpty, "\(counts.violations.map(\.description).joined(separator: "\n"))")
        #expect(counts.reorderings > 0)
        #expect(counts.faults > 0)
        #expect(counts.secondCrashes > 0)
    }
}
