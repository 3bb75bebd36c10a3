import Selftests
import Testing

@Suite("A year of the office, played through the real pipeline")
struct OfficeYearTests {
    @Test("Dossiers go down every path; dates, letters, counts and tables are as an independent reckoning says")
    func Dieu8_Dieu14_everyPath() throws {
        var year = OfficeYear(seed: 11, dossiers: 48, days: 35)
        let counts = try year.run()
        #expect(counts.violations.isEmpty, "\(counts.violations.joined(separator: "\n"))")
        for course in counts.courses { #expect(course.ended > 0, "\(course.name)") }
        #expect(counts.dueDates > 80)
        #expect(counts.rows > 5)
    }
}
