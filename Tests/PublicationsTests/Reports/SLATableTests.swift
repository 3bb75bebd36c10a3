import Bytes
import Dossiers
import Publications
import Testing

@Suite("Compliance table")
struct SLATableTests {
    private let code = Counted.code(1)

    private func data(_ events: [(String, Event)], to: String = "2026-11-23") -> ReportData {
        Counted.data([("2026-11-16T08:00", code, Counted.received())] + events.map { ($0.0, code, $0.1) }, to: to)
    }

    /// The columns in which the dossier stands.
    private func columns(_ data: ReportData) throws -> [String] {
        let table = try SLATable(data, by: .agency)
        let row = try #require(table.rows.first)
        return SLATable.Column.allCases.filter { row.count($0) > 0 }.map(\.rawValue)
    }

    @Test("What is taken together is called so in what people read, and is a star for programs")
    func allTogether() throws {
        let report = try SLATable(data([]), by: .procedure).report
        let page = String(decoding: report.html, as: UTF8.self)
        #expect(page.contains("Tất cả") && !page.contains(">*<"))
        #expect(String(decoding: report.csv, as: UTF8.self).contains("\r\n*,2.000488,*,"))
    }

    @Test(
        "A result counts by its hour: on its due minute it is in time, a minute later it is late",
        arguments: [
            ("2026-11-19T09:00", "resolvedInTime"), ("2026-11-19T09:01", "resolvedLate"),
        ])
    func Dieu8_1a_results(at: String, column: String) throws {
        let events = [
            ("2026-11-16T09:00", Counted.completed("2026-11-16T09:00")),
            ("2026-11-16T10:00", .acknowledged(by: Counted.agency(), message: "m")), (at, Counted.result()),
        ]
        #expect(try columns(data(events)) == ["received", "accepted", "handedOverInTime", column])
    }

    @Test(
        "The hand-over is in time within half a working day, and pending or overdue while nobody has said anything",
        arguments: [
            ("2026-11-16T15:00", "2026-11-16", "handedOverInTime"),
            ("2026-11-16T15:01", "2026-11-16", "handedOverLate"),
            ("2026-11-18T08:00", "2026-11-16", "handOverOverdue"),
        ])
    func Dieu14_4_handOver(at: String, to: String, column: String) throws {
        let events =
            [("2026-11-16T09:00", Counted.completed("2026-11-16T09:00"))]
            + (at < "2026-11-17" ? [(at, Event.acknowledged(by: Counted.agency(), message: "m"))] : [])
        #expect(try columns(data(events, to: to)).contains(column))
    }

    @Test(
        "No time for the hand-over runs while the clock stands, though it is done meanwhile",
        arguments: [("2026-11-16T15:00", "handedOverInTime"), ("2026-11-16T15:30", "handedOverLate")])
    func Dieu14_4_handedOverInPause(paused: String, column: String) throws {
        let data = data([
            ("2026-11-16T09:00", Counted.completed("2026-11-16T09:00")), (paused, .paused(.supplement)),
            ("2026-11-16T16:00", .acknowledged(by: Counted.agency(), message: "m")),
        ])
        #expect(try columns(data).contains(column))
        let late = LateList(data).report.tables.first { $0.id == "handover" }
        #expect(late?.fields.count == (column == "handedOverLate" ? 1 : 0))
    }

    @Test(
        "After a reroute the hand-over is that of the agency that leads now, from when it got the dossier",
        arguments: [
            (nil, "2026-11-18", "handOverPending"), (nil, "2026-11-19", "handOverOverdue"),
            ("2026-11-19T08:00", "2026-11-19", "handedOverInTime"),
            ("2026-11-19T08:01", "2026-11-19", "handedOverLate"),
        ])
    func Dieu14_4_handOverAfterReroute(word: String?, to: String, column: String) throws {
        let other = Counted.agency("000.00.18.H34")
        let procedure = Counted.procedure()
        let due = try #require(
            Deadlines(
                procedure: procedure, calendar: Counted.calendar, from: Counted.moment("2026-11-16T09:00"),
                handOverFrom: Counted.moment("2026-11-18T14:00")))
        let act = PersonalAct(by: "hoa", reason: "đúng thẩm quyền")
        let data = data(
            [
                ("2026-11-16T09:00", Counted.completed("2026-11-16T09:00")),
                ("2026-11-16T10:00", .acknowledged(by: Counted.agency(), message: "m")),
                ("2026-11-18T14:00", .rerouted(to: other, act, due)),
            ] + (word.map { [($0, .acknowledged(by: other, message: "n"))] } ?? []), to: to)
        #expect(try columns(data).contains(column))
        let late = try #require(LateList(data).report.tables.first { $0.id == "handover" })
        if column == "handedOverLate" {
            #expect(
                late.fields.map { Array($0[1...3]) } == [
                    [
                        other.description, "2026-11-18T14:00:00+07:00", "2026-11-19T08:00:00+07:00",
                    ]
                ])
        }
        if word != nil {
            let charts = try SLATable(data, by: .agency).report.parts.compactMap { part -> BarChart? in
                if case .chart(let chart) = part, chart.id == "c-handover" { chart } else { nil }
            }
            // The former agency's hour, and the one's that leads now.
            #expect(charts.first?.bars.map(\.values) == [[60], [column == "handedOverLate" ? 241 : 240]])
        }
        // A ledger of before gives the new agency no time of its own: the first word counts.
        let before = self.data(
            [
                ("2026-11-16T09:00", Counted.completed("2026-11-16T09:00")),
                ("2026-11-16T10:00", .acknowledged(by: Counted.agency(), message: "m")),
                ("2026-11-18T14:00", .rerouted(to: other, act)),
            ], to: to)
        #expect(try columns(before).contains("handedOverInTime"))
    }

    @Test(
        "What waits stands under what it waits for",
        arguments: [
            DossierState.awaitingSupplement, .awaitingPostalCopy, .awaitingPayment, .held,
        ])
    func Dieu14_2_waiting(state: DossierState) throws {
        #expect(try columns(data([("2026-11-16T08:00", .waiting(state: state))])) == ["received", state.rawValue])
    }

    @Test("Sent back and withdrawn dossiers stand apart, and count neither as in time nor as late")
    func Dieu15_2_sentBack() throws {
        let refusal = AgencyRefusal(by: Counted.agency(), reasons: ["r"], approvedBy: "GĐ", refund: false)
        let events = [
            ("2026-11-16T09:00", Counted.completed("2026-11-16T09:00")), ("2026-11-16T10:00", .agencyRefused(refusal)),
        ]
        #expect(try columns(data(events)) == ["received", "accepted", "handedOverInTime", "refused"])
        #expect(
            try columns(data([("2026-11-17T08:00", .withdrawn(Withdrawal(reason: nil)))])) == ["received", "withdrawn"])
        #expect(try SLATable(data(events), by: .agency).report.tables[0].fields[0].last == "—")
    }

    @Test("Arrivals that became no dossier are counted by reason: what came in is what came out")
    func Dieu4_1_nothingDropped() throws {
        let quarantined = Quarantined(name: "x.zip", channel: "online", code: "truncated", reason: "-")
        let events: [(String, DossierCode?, Event)] = [
            ("2026-11-16T08:00", nil, .quarantined(quarantined)), ("2026-11-16T08:00", nil, .quarantined(quarantined)),
            ("2026-11-16T08:00", nil, .unmatched(Unmatched(name: "Scan0001.pdf", reason: "-"))),
        ]
        let report = try SLATable(Counted.data(events), by: nil).report
        let table = try #require(report.tables.first { $0.id == "others" })
        #expect(table.fields.map { $0[2] } == ["0", "0", "0", "2", "2", "1"])
        #expect(table.fields.filter { $0[1] == "truncated" }.count == 1)
    }

    @Test("What waits though complete is open in time, what ended late stands in two columns, and the page says both")
    func Dieu14_2_columnsTold() throws {
        let complete = ("2026-11-16T09:00", Counted.completed("2026-11-16T09:00"))
        let asked = [
            complete, ("2026-11-16T10:00", Event.paused(.supplement)),
            ("2026-11-16T10:00", .waiting(state: .awaitingSupplement)),
        ]
        #expect(try columns(data(asked)) == ["received", "accepted", "handOverPending", "resultDue"])
        let late = [complete, ("2026-11-20T10:00", Event.withdrawn(Withdrawal(reason: nil)))]
        #expect(try columns(data(late)).suffix(2) == ["withdrawn", "endedLate"])
        let notes = try SLATable(data(late), by: nil).table.notes
        #expect(notes.contains { $0.contains("Hồ sơ đã đầy đủ mà đang chờ người nộp") })
        #expect(notes.contains { $0.contains("không cộng thêm vào hai cột đó") })
    }

    @Test(
        "The picture of faults has what was to be mended, by its name: neither remarks nor signatures that are not there",
        arguments: FindingCode.allCases)
    func Dieu14_1_faultsNamed(finding: FindingCode) throws {
        let examined = Event.examined(Examination(papers: [], findings: [Finding(finding)], signatures: []))
        let parts = try SLATable(data([("2026-11-16T08:00", examined), ("2026-11-17T08:00", examined)]), by: nil)
            .report.parts
        let isFault = finding.severity != .remark && finding != .unsigned
        for id in ["c-findings", "c-second"] {
            let chart = parts.compactMap { part -> BarChart? in
                if case .chart(let chart) = part, chart.id == id { chart } else { nil }
            }.first
            #expect(chart?.bars.count == (isFault ? 1 : 0))
            // An English word of the program is no name.
            #expect(chart?.bars.allSatisfy { $0.label != finding.rawValue } == true)
        }
    }
}
