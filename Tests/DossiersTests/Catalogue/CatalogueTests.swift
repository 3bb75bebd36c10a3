import Dossiers
import Testing

@Suite("The catalogue")
struct CatalogueTests {
    @Test(
        "A procedure is offered from the first day of its lead agency to the last",
        arguments: [("2026-06-30", false), ("2026-07-01", true), ("2026-12-31", true), ("2027-01-01", false)])
    func agencysTime(text: String, isOffered: Bool) throws {
        let code = try #require(AgencyCode("000.00.10.H34"))
        var agency = Agency(code: code, name: "Sở Tư pháp", email: "stp@kontum.gov.vn")
        agency.since = Day("2026-07-01")
        agency.until = Day("2026-12-31")
        let procedure = Procedure(
            code: "2.000488", name: "Cấp Phiếu lý lịch tư pháp", sector: "Lý lịch tư pháp", level: 4, agency: code,
            time: .workingDays(10), components: [], result: "Phiếu lý lịch tư pháp")
        let catalogue = Catalogue(agencies: [agency], procedures: [procedure])
        let day = try #require(Day(text))
        #expect((catalogue.procedure("2.000488", on: day) != nil) == isOffered)
    }

    @Test(
        "A version is offered to its last day, and what was received under it keeps it",
        arguments: [("2026-06-30", true), ("2026-07-01", false), ("2026-09-01", true), ("2027-01-01", false)])
    func versionsTime(text: String, isOffered: Bool) throws {
        let code = try #require(AgencyCode("000.00.10.H34"))
        func version(from: String?, until: String) -> Procedure {
            var procedure = Procedure(
                code: "2.000488", name: "Cấp Phiếu lý lịch tư pháp", sector: "Lý lịch tư pháp", level: 4, agency: code,
                time: .workingDays(10), components: [], result: "Phiếu lý lịch tư pháp")
            procedure.validFrom = from.flatMap { Day($0) }
            procedure.validUntil = Day(until)
            return procedure
        }
        let catalogue = Catalogue(
            agencies: [],
            procedures: [version(from: nil, until: "2026-06-30"), version(from: "2026-09-01", until: "2026-12-31")])
        let day = try #require(Day(text))
        #expect((catalogue.procedure("2.000488", on: day) != nil) == isOffered)
        #expect(catalogue.procedure(ProcedureVersion(code: "2.000488", validFrom: Day("2026-09-01"))) != nil)
        #expect(catalogue.procedure(ProcedureVersion(code: "2.000488", validFrom: Day("2026-07-01"))) == nil)
    }
}
