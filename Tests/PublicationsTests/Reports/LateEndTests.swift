import Dossiers
import Publications
import Testing

/// What reports make of a dossier that came late to its end, whichever that is.
@Suite("Late ends in reports")
struct LateEndTests {
    private let code = Counted.code(1)

    /// Complete on Monday 16/11 at 09:00, due on Thursday 19/11 at 09:00.
    private func data(_ events: [(String, Event)], from: String = "2026-11-01", to: String = "2026-11-23") -> ReportData
    {
        let start: [(String, DossierCode?, Event)] = [
            ("2026-11-16T08:00", code, Counted.received()),
            ("2026-11-16T09:00", code, Counted.completed("2026-11-16T09:00")),
        ]
        return Counted.data(start + events.map { ($0.0, code, $0.1) }, from: from, to: to)
    }

    /// The late list's rows, the compliance table's late ends and share, the agency's late dossiers and share.
    private func figures(_ data: ReportData) throws -> [String] {
        let sla = try SLATable(data, by: .agency)
        let ranking = AgencyTable(data).report.tables[0]
        let agency = try #require(ranking.fields.first { $0[1] == Counted.agency().description })
        return [
            "\(LateList(data).items.count)", "\(sla.rows.reduce(0) { $0 + $1.count(.endedLate) })",
            sla.table.fields.last?.last ?? "", agency[6], agency[8],
        ]
    }

    private static let ends: [Event] = [
        .agencyRefused(AgencyRefusal(by: Counted.agency(), reasons: ["r"], approvedBy: "GĐ", refund: false)),
        .withdrawn(Withdrawal(reason: nil)),
    ]

    @Test(
        "A dossier that was refused or withdrawn past its due time is late in list and figures; in time it counts neither way",
        arguments: ends)
    func Dieu8_1a_endedLate(end: Event) throws {
        #expect(try figures(data([("2026-11-19T09:00", end)])) == ["0", "0", "—", "0", "—"])
        let late = [("2026-11-19T11:00", end)]
        #expect(try figures(data(late)) == ["1", "1", "0.0", "1", "0.0"])
        #expect(LateList(data(late)).items.map(\.minutes) == [120])
        // It is on the list of its period alone.
        #expect(LateList(data(late, from: "2026-11-20")).items.isEmpty)
        // The national form counts it as in time.
        #expect(try NationalTable(data(late)).rows.map { $0.count(.inTime) } == [1])
    }

    @Test(
        "Refused or withdrawn while it waited for its citizen, it is late only where it was so before the clock stood",
        arguments: ends, [("2026-11-18T10:00", "0"), ("2026-11-19T10:00", "1")])
    func Dieu14_2_endedInPause(end: Event, pause: (at: String, late: String)) throws {
        let data = data([(pause.at, .paused(.supplement)), ("2026-11-23T10:00", end)])
        let figures = try figures(data)
        #expect([figures[0], figures[1], figures[3]] == [pause.late, pause.late, pause.late])
        if pause.late == "1" { #expect(LateList(data).items.map(\.minutes) == [60]) }
    }
}
