import Dossiers
import Publications
import Testing

@Suite("Biểu II.06a")
struct NationalTableTests {
    /// One dossier, complete on Monday 16/11 at 09:00, due on Thursday 19/11 at 09:00.
    private func dossier(_ number: Int, then events: [(String, Event)]) -> [(String, DossierCode?, Event)] {
        let code = Counted.code(number)
        let start: [(String, DossierCode?, Event)] = [
            ("2026-11-16T08:00", code, Counted.received()),
            ("2026-11-16T09:00", code, Counted.completed("2026-11-16T09:00")),
        ]
        return start + events.map { ($0.0, code, $0.1) }
    }

    private func columns(_ table: NationalTable) -> [Int] {
        NationalTable.Column.allCases.map { column in table.rows.reduce(0) { $0 + $1.count(column) } }
    }

    @Test(
        "A result counts by its day: before the due day early, on it in time, after it late",
        arguments: [
            ("2026-11-18T16:59", [1, 0, 0, 1, 0, 0, 0, 0]), ("2026-11-19T16:00", [1, 0, 0, 0, 1, 0, 0, 0]),
            ("2026-11-20T08:00", [1, 0, 0, 0, 0, 1, 0, 0]),
        ])
    func II06a_resultsByDay(at: String, expected: [Int]) throws {
        let table = try NationalTable(Counted.data(dossier(1, then: [(at, Counted.result())])))
        #expect(columns(table) == expected)
    }

    @Test("What is sent back or withdrawn counts as in time, however late")
    func II06a_sentBack() throws {
        let refusal = AgencyRefusal(
            by: Counted.agency(), reasons: ["không đủ điều kiện"], approvedBy: "GĐ", refund: false)
        let data = Counted.data(
            dossier(1, then: [("2026-11-23T10:00", .agencyRefused(refusal))])
                + dossier(2, then: [("2026-11-23T11:00", .withdrawn(Withdrawal(reason: nil)))]))
        #expect(columns(try NationalTable(data)) == [2, 0, 0, 0, 2, 0, 0, 0])
    }

    @Test(
        "What is open is overdue when its due day lies before the last day of the period",
        arguments: [
            ("2026-11-19", [1, 0, 0, 0, 0, 0, 1, 0]), ("2026-11-20", [1, 0, 0, 0, 0, 0, 0, 1]),
        ])
    func II06a_open(to: String, expected: [Int]) throws {
        #expect(columns(try NationalTable(Counted.data(dossier(1, then: []), to: to))) == expected)
    }

    @Test(
        "In a period that is not over, what is open is overdue by the day that is known, which the note names",
        arguments: [
            ("2026-11-19T10:00", [1, 0, 0, 0, 0, 0, 1, 0], "19/11/2026"),
            ("2026-11-20T10:00", [1, 0, 0, 0, 0, 0, 0, 1], "20/11/2026"),
        ])
    func II06a_periodNotOver(asOf: String, expected: [Int], day: String) throws {
        let table = try NationalTable(Counted.data(dossier(1, then: []), to: "2026-12-31", asOf: asOf))
        #expect(columns(table) == expected)
        #expect(String(decoding: table.report.html, as: UTF8.self).contains("là ngày hẹn trước ngày \(day)."))
    }

    @Test("What waits for the citizen is not overdue, and what nobody has received is not counted")
    func II06a_waiting() throws {
        let events =
            dossier(
                1,
                then: [
                    ("2026-11-18T08:00", .waiting(state: .awaitingSupplement)),
                    ("2026-11-18T08:00", .paused(.supplement)),
                ]) + [
                ("2026-11-20T08:00", Counted.code(2), Counted.received()),
                ("2026-11-20T08:00", Counted.code(2), .waiting(state: .held)),
            ]
        let table = try NationalTable(Counted.data(events))
        #expect(columns(table) == [1, 0, 0, 0, 0, 0, 1, 0])
        #expect(Array(table.unreceived) == [Counted.code(2)])
    }

    @Test("What is refused before it was taken in is not counted, and named; that it was open before stops no table")
    func II06a_notTakenIn() throws {
        let (held, asked) = (Counted.code(2), Counted.code(3))
        let refusal = AgencyRefusal(
            by: Counted.agency(), reasons: ["ngoài phạm vi"], approvedBy: "GĐ", refund: true,
            order: PersonalAct(by: "hoa", reason: "r"))
        let events: [(String, DossierCode?, Event)] = [
            ("2026-11-16T08:00", held, Counted.received()), ("2026-11-16T08:00", held, .waiting(state: .held)),
            ("2026-11-16T09:00", asked, Counted.received()),
            ("2026-11-16T09:00", asked, .waiting(state: .awaitingSupplement)),
        ]
        let ends: [(String, DossierCode?, Event)] = [
            ("2026-11-20T08:00", held, .agencyRefused(refusal)), ("2026-11-20T09:00", asked, .agencyRefused(refusal)),
        ]
        let before = Counted.data(events, to: "2026-11-18")
        #expect(columns(try NationalTable(before)) == [1, 0, 0, 0, 0, 0, 1, 0])
        let after = Counted.data(events + ends, from: "2026-11-19", to: "2026-11-23")
        let table = try NationalTable(after, pendingBefore: before.pending)
        #expect(columns(table).allSatisfy { $0 == 0 } && table.unreceived.isEmpty)
        #expect(Array(table.notTakenIn).sorted() == [held, asked])
        #expect(String(decoding: table.report.html, as: UTF8.self).contains("không được tiếp nhận (trạng thái 3)"))
    }

    @Test("A dossier stands under the way it came")
    func II06a_channels() throws {
        let post = Counted.code(2)
        let events =
            dossier(1, then: []) + [
                ("2026-11-17T08:00", post, Counted.received(level: 2, channel: "postal")),
                ("2026-11-17T08:00", post, Counted.completed("2026-11-17T08:00")),
            ]
        let row = try #require(try NationalTable(Counted.data(events)).rows.first)
        #expect([row.count(.online), row.count(.direct), row.received, row.open] == [1, 1, 2, 2])
    }

    @Test("What a period leaves open is what the next carries over, to the dossier")
    func II06a_carriedOver() throws {
        let events =
            dossier(1, then: [("2026-11-18T08:00", Counted.result())])
            + dossier(2, then: [("2026-11-20T08:00", Counted.result())])
            + dossier(3, then: [])
        let before = try NationalTable(Counted.data(events.filter { $0.0 < "2026-11-18T23:59" }, to: "2026-11-18"))
        let pending = Counted.data(events.filter { $0.0 < "2026-11-18T23:59" }, to: "2026-11-18").pending
        let after = try NationalTable(
            Counted.data(events.sorted { $0.0 < $1.0 }, from: "2026-11-19", to: "2026-11-23"), pendingBefore: pending)
        #expect(before.rows.map(\.open) == [2])
        #expect(after.rows.map { $0.count(.carried) } == [2])
        #expect(after.rows.map(\.received) == [2])
        #expect(after.rows.map(\.answered) == [1])
    }

    @Test("A period that does not carry over what the one before left open is not issued, and the dossier is named")
    func II06a_carriedOverDiffers() throws {
        let data = Counted.data(dossier(1, then: []), from: "2026-11-20")
        let error = #expect(throws: ReportDiscrepancy.self) { try NationalTable(data, pendingBefore: CodeList()) }
        #expect(error?.codes == [Counted.code(1)])
        #expect(error?.identity == "6 = 11 of the period before")
    }

    @Test("A dossier that is set apart, or no longer apart, between two periods does not stop the second")
    func Dieu4_5_markedBetweenPeriods() throws {
        let act = PersonalAct(by: "An", reason: "giả mạo")
        let marked = dossier(1, then: [("2026-11-20T08:00", .violationMarked(act))])
        let cleared = dossier(
            2, then: [("2026-11-17T08:00", .violationMarked(act)), ("2026-11-20T08:00", .violationCleared(act))])
        let all = (marked + cleared).sorted { $0.0 < $1.0 }
        let pending = Counted.data(all.filter { $0.0 < "2026-11-18T23:59" }, to: "2026-11-18").pending
        let table = try NationalTable(Counted.data(all, from: "2026-11-19"), pendingBefore: pending)
        #expect(columns(table) == [0, 0, 1, 0, 0, 0, 0, 1])
    }

    @Test("A row that does not add up is not issued, and the dossier is named")
    func II06a_doesNotAddUp() throws {
        // A dossier that has its result and is at work again stands on the left of 3 = 7 + 11 and nowhere on the right.
        let code = Counted.code(1)
        let events =
            dossier(1, then: [("2026-11-18T08:00", Counted.result())])
            + [("2026-11-19T08:00", code, Event.waiting(state: .processing))]
        let error = #expect(throws: ReportDiscrepancy.self) { try NationalTable(Counted.data(events)) }
        #expect(error?.codes == [code])
        #expect(error?.description.contains("3 = 7 + 11") == true)
    }

    @Test("The file has the thirteen columns of the form, a row for each sector, and the total last")
    func II06a_file() throws {
        let catalogue = Counted.catalogue([Counted.procedure(), Counted.procedure("2.000815", sector: "Chứng thực")])
        let table = try NationalTable(Counted.data(dossier(1, then: []), to: "2026-11-18", catalogue: catalogue))
        let lines = String(decoding: table.report.csv, as: UTF8.self).split(separator: "\r\n").map(String.init)
        #expect(
            lines == [
                "\u{FEFF}tt,linhVuc,tiepNhan,trucTuyen,trucTiepBuuChinh,tuKyTruoc,daGiaiQuyet,truocHan,dungHan,quaHan,"
                    + "dangGiaiQuyet,trongHan,dangQuaHan",
                "1,Chứng thực,0,0,0,0,0,0,0,0,0,0,0", "2,Lý lịch tư pháp,1,1,0,0,0,0,0,0,1,1,0",
                ",Tổng số,1,1,0,0,0,0,0,0,1,1,0",
            ])
    }

    @Test("The page has the head of the form: its number, who reports, and a place for whoever it is sent to")
    func II06a_head() throws {
        let table = try NationalTable(Counted.data(dossier(1, then: []), to: "2026-11-18"))
        let page = String(decoding: table.report.html, as: UTF8.self)
        for part in [
            "Biểu số II.06a/VPCP/KSTT", "Đơn vị báo cáo: ", "Đơn vị nhận báo cáo: ……", "Đơn vị tính: Số hồ sơ TTHC",
        ] {
            #expect(page.contains(part), "\(part)")
        }
    }

    @Test("Every figure above zero links to the codes behind it, and every link has its place")
    func II06a_links() throws {
        let table = try NationalTable(
            Counted.data(dossier(1, then: [("2026-11-18T08:00", Counted.result())]) + dossier(2, then: [])))
        let page = String(decoding: table.report.html, as: UTF8.self)
        let links = page.matches(of: #/href="#([^"]+)"/#).map { String($0.1) }
        let places = Set(page.matches(of: #/ id="([^"]+)"/#).map { String($0.1) })
        #expect(!links.isEmpty)
        #expect(links.filter { !places.contains($0) } == [])
        #expect(page.contains("<li>\(Counted.code(1))"))
        let cells = page.matches(of: #/<td class="d[^"]*">([1-9][0-9]*)<\/td>/#).map { String($0.1) }
        #expect(cells.allSatisfy { $0 == "1" }, "only the row's own number has no list behind it")
    }

    @Test("A ministry's own, suspected violations and dossiers from before the decree are counted apart")
    func Dieu2_2_countedApart() throws {
        let (central, suspect) = (Counted.code(1), Counted.code(2))
        let events: [(String, DossierCode?, Event)] = [
            ("2018-04-19T08:00", Counted.code(3, on: "2018-04-19"), Counted.received()),
            ("2018-04-19T08:00", Counted.code(3, on: "2018-04-19"), Counted.completed("2018-04-19T08:00")),
            ("2026-11-16T08:00", central, Counted.received()), ("2026-11-16T08:00", central, .forwarded),
            ("2026-11-16T08:00", suspect, Counted.received()),
            ("2026-11-16T08:00", suspect, Counted.completed("2026-11-16T08:00")),
            ("2026-11-16T09:00", suspect, .violationMarked(PersonalAct(by: "An", reason: "giả mạo"))),
        ]
        let table = try NationalTable(Counted.data(events))
        #expect(columns(table) == [0, 0, 0, 0, 0, 0, 0, 0])
        let page = String(decoding: table.report.html, as: UTF8.self)
        #expect(page.contains("\(central)") && page.contains("\(suspect)"))
    }
}
