import Dossiers
import Publications
import Testing

@Suite("Reports of a year")
struct YearlyReportsTests {
    private func sent(_ at: String, by agency: AgencyCode = Counted.agency()) -> [(String, DossierCode?, Event)] {
        let step = YearlyReport.Step(procedure: "2.000488", text: "Nâng mức độ")
        return [
            (
                at, nil,
                .yearlyReport(
                    YearlyReport(
                        message: "m", agency: agency, year: 2026, papers: [], roadmap: [step],
                        roadmapText: nil))
            )
        ]
    }

    private func status(_ events: [(String, DossierCode?, Event)], to: String) -> [String] {
        YearlyTracker(Counted.data(events, to: to)).statuses.map(\.status.rawValue)
    }

    @Test("Before 30/11 and 31/12 means by the last working day before: in 2026 Friday 27/11 and Wednesday 30/12")
    func Dieu17_3_lastWorkingDay() {
        let reports = YearlyReports(year: 2026, calendar: Counted.calendar)
        #expect(reports.agenciesUntil == Day("2026-11-27"))
        #expect(reports.departmentUntil == Day("2026-12-30"))
        let tracker = YearlyTracker(Counted.data([], to: "2026-11-15"))
        #expect(tracker.deadlines.contains("thứ Sáu 27/11/2026"))
        #expect(tracker.deadlines.contains("thứ Tư 30/12/2026"))
    }

    @Test("An agency has sent, sent late, not sent yet, or is late; 30 November itself is late")
    func Dieu17_3_tracker() {
        #expect(status([], to: "2026-11-29") == ["missing", "missing"])
        #expect(status([], to: "2026-11-30") == ["late", "late"])
        #expect(status(sent("2026-11-29T10:00"), to: "2026-12-01") == ["sent", "late"])
        #expect(status(sent("2026-11-30T00:00"), to: "2026-12-01") == ["sentLate", "late"])
    }

    @Test("No agency is late before its day, however far the period goes", arguments: ["2026-11-29", "2026-11-30"])
    func Dieu17_3_periodNotOver(day: String) {
        let data = Counted.data([], to: "2026-12-31", asOf: day + "T10:00")
        let expected = day < "2026-11-30" ? "missing" : "late"
        #expect(YearlyTracker(data).statuses.map(\.status.rawValue) == [expected, expected])
    }

    @Test(
        "A report that comes after its year's end stands in the next year's reports, as long as that year began without it",
        arguments: [
            ("2027-01-05T10:00", "2026-11-16", ["sentLate", "late"]),
            ("2026-11-20T10:00", "2026-11-16", ["sent", "late"]),
            ("2027-01-12T10:00", "2026-11-16", ["late", "late"]), ("2027-01-12T10:00", "2027-01-04", nil),
        ])
    func Dieu17_3_afterTheYear(at: String, began: String, expected: [String]?) {
        let events = [(began + "T08:00", Counted.code(1, on: began), Counted.received())] + sent(at)
        let data = Counted.data(
            events.filter { $0.0 < "2027-01-11" }, from: "2027-01-01", to: "2027-01-10")
        let tables = AgencyTable(data).report.tables
        #expect(tables.first { $0.id == "yearly" }?.fields.map { $0[1] } == ["missing", "missing"])
        #expect(tables.first { $0.id == "yearlyFormer" }?.fields.map { $0[1] } == expected)
    }

    @Test("Where all had sent it in the year, the next year's reports say nothing of it")
    func Dieu17_3_allSentInTheYear() {
        let events =
            [("2026-11-16T08:00", Counted.code(1), Counted.received())] + sent("2026-11-20T10:00")
            + sent("2026-12-31T10:00", by: Counted.agency("000.00.18.H34"))
        let tables = AgencyTable(Counted.data(events, from: "2027-01-01", to: "2027-01-10")).report.tables
        #expect(!tables.contains { $0.id == "yearlyFormer" })
    }

    @Test("The draft holds the roadmap: each service with its level now and as planned, the agency's own words first")
    func Dieu17_3_roadmap() throws {
        var procedure = Counted.procedure(level: 3)
        procedure.guidance.roadmap = "Theo kế hoạch"
        procedure.guidance.roadmapLevel = 4
        let catalogue = Counted.catalogue([procedure])
        func roadmap(_ events: [(String, DossierCode?, Event)]) throws -> [[String]] {
            let draft = YearlyDraft(
                Counted.data(events, to: "2026-11-15", catalogue: catalogue), agency: Counted.agency())
            return try #require(try draft.report().tables.first { $0.id == "roadmap" }).fields
        }
        #expect(try roadmap([]) == [["2.000488", "3", "4", "", "Theo kế hoạch"]])
        #expect(try roadmap(sent("2026-11-10T10:00")) == [["2.000488", "3", "4", "", "Nâng mức độ"]])
    }

    @Test("The province's draft says which agencies have sent, and an agency's holds its own dossiers alone")
    func Dieu17_1_province() throws {
        let events: [(String, DossierCode?, Event)] = [
            ("2026-11-16T08:00", Counted.code(1), Counted.received()),
            ("2026-11-16T08:00", Counted.code(1), Counted.completed("2026-11-16T08:00")),
        ]
        let data = Counted.data(events, to: "2026-11-23")
        let province = try YearlyDraft(data, agency: nil).report()
        #expect(province.tables.contains { $0.id == "yearly" })
        let other = try YearlyDraft(data, agency: Counted.agency("000.00.18.H34")).report()
        #expect(other.tables[0].fields.last?[2] == "0")
        #expect(province.tables[0].fields.last?[2] == "1")
    }

    @Test("The draft says how much came in each month, and on the fullest day and in the fullest hour")
    func Dieu9_5_load() throws {
        let events: [(String, DossierCode?, Event)] = [
            "2026-10-01T08:00", "2026-11-16T08:00", "2026-11-16T08:59", "2026-11-16T09:00", "2026-11-17T08:00",
        ].enumerated().map { ($1, Counted.code($0 + 1), Counted.received()) }
        let tables = try YearlyDraft(Counted.data(events), agency: nil).report().tables
        let load = try #require(tables.first { $0.id == "load" })
        #expect(load.fields == [["10/2026", "1", "1", "2026-10-01", "1"], ["11/2026", "4", "3", "2026-11-16", "2"]])
        #expect(load.columns.map(\.title).contains("Số hồ sơ của ngày cao điểm"), "3 is no day of the month")
    }
}
