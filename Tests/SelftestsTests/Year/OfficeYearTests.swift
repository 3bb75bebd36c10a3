import Selftests
import Testing

@Suite("A year of the office, played through the real pipeline", .serialized)
struct OfficeYearTests {
    @Test(
        "Dossiers go down every path; dates, letters, reminders, files, counts and tables are as an independent reckoning says",
        arguments: [false, true])
    func Dieu8_Dieu14_everyPath(asksForValid: Bool) throws {
        var year = OfficeYear(seed: 12, dossiers: 48, days: 35, asksForValid: asksForValid)
        let counts = try year.run()
        #expect(counts.violations.isEmpty, "\(counts.violations.joined(separator: "\n"))")
        for course in counts.courses { #expect(course.ended > 0, "\(course.name)") }
        #expect(counts.dueDates > 80)
        #expect(counts.reminders > 0)
        #expect(counts.opened > 30)
        #expect(counts.rows > 5)
    }
}
