import Bytes
import Dossiers
import Publications
import Testing

@Suite("Use of services")
struct UsageTableTests {
    @Test("Each service of level 3 and above has its use and what was answered, with a row where there was none")
    func Dieu5_1b_usage() throws {
        let used = Counted.procedure()
        let unused = Counted.procedure("2.000815", sector: "Chứng thực", level: 3)
        let low = Counted.procedure("1.000001", sector: "Khác", level: 2)
        let code = Counted.code(1)
        let data = Counted.data(
            [
                ("2026-11-16T08:00", code, Counted.received(used)),
                ("2026-11-16T08:00", code, Counted.completed("2026-11-16T08:00", used)),
                ("2026-11-18T08:00", code, Counted.result()),
                ("2026-11-18T09:00", Counted.code(2), Counted.received(used, level: 3)),
            ], to: "2026-11-18", catalogue: Counted.catalogue([used, unused, low]))
        let table = UsageTable(data).table
        func column(_ key: String) throws -> [String] {
            let index = try #require(table.columns.firstIndex { $0.key == key })
            return table.fields.map { $0[index] }
        }
        #expect(try column("procedure") == ["2.000815", "2.000488", "*"])
        #expect(try column("submissions") == ["0", "2", "2"])
        #expect(try column("today") == ["0", "1", "1"])
        #expect(try column("processed") == ["0", "1", "1"])
        #expect(try column("level3") == ["0", "1", "1"])
        #expect(try column("level4") == ["0", "1", "1"])
    }

    /// `procedure submissions processed open` of each row.
    private func rows(_ table: ReportTable) throws -> [String] {
        let places = try ["procedure", "submissions", "processed", "open"].map { key in
            try #require(table.columns.firstIndex { $0.key == key })
        }
        return table.fields.map { row in places.map { row[$0] }.joined(separator: " ") }
    }

    private func ended(_ level: Int = 4, on day: String) -> Procedure {
        var procedure = Counted.procedure(level: level)
        procedure.validUntil = Counted.day(day)
        return procedure
    }

    private let events: [(String, DossierCode?, Event)] = [
        ("2026-11-16T08:00", Counted.code(1), Counted.received()),
        ("2026-11-16T08:00", Counted.code(1), Counted.completed("2026-11-16T08:00")),
        ("2026-11-16T09:00", Counted.code(2), Counted.received()),
        ("2026-11-18T08:00", Counted.code(1), Counted.result()),
    ]

    @Test("A service that ended, or was lowered, in the period keeps its row, and one that ended before it has none")
    func Dieu5_1b_ended() throws {
        func rows(_ procedures: [Procedure], from: String = "2026-01-01") throws -> [String] {
            try self.rows(
                UsageTable(
                    Counted.data(events, from: from, to: "2026-12-31", catalogue: Counted.catalogue(procedures))
                ).table)
        }
        #expect(try rows([ended(on: "2026-11-20")]) == ["2.000488 2 1 1", "* 2 1 1"])
        var low = Counted.procedure(level: 2)
        low.validFrom = Counted.day("2026-11-21")
        #expect(try rows([Counted.procedure(), low]) == ["2.000488 2 1 1", "* 2 1 1"])
        let unused = Counted.procedure("2.000815")
        #expect(
            try rows([unused, ended(on: "2026-11-20")], from: "2026-12-01") == [
                "2.000488 0 0 1", "2.000815 0 0 0", "* 0 0 1",
            ])
        var early = Counted.procedure("1.000001")
        early.validUntil = Counted.day("2025-12-31")
        #expect(try rows([Counted.procedure(), early]) == ["2.000488 2 1 1", "* 2 1 1"])
    }

    @Test("Dossiers of a procedure that the catalogue has no more are counted all the same")
    func Dieu5_1b_lost() throws {
        let data = Counted.data(events, to: "2026-11-18", catalogue: Counted.catalogue([]))
        #expect(try rows(UsageTable(data).table) == ["2.000488 2 1 1", "* 2 1 1"])
    }

    @Test("A dossier that another agency got is in that agency's figures, so that the agencies sum up to the province")
    func Dieu5_1b_rerouted() throws {
        let police = Counted.agency("000.00.18.H34")
        let moved: [(String, DossierCode?, Event)] = [
            ("2026-11-17T08:00", Counted.code(2), .rerouted(to: police, PersonalAct(by: "hoa", reason: "thẩm quyền"))),
            ("2026-11-17T09:00", nil, Counted.refused("s-9")),
        ]
        let data = Counted.data(events + moved, to: "2026-11-18")
        func usage(_ agency: AgencyCode?) throws -> [[String]] {
            let table = try #require(try YearlyDraft(data, agency: agency).report().tables.first { $0.id == "usage" })
            let places = try ["submissions", "processed", "open", "refused"].map { key in
                try #require(table.columns.firstIndex { $0.key == key })
            }
            return table.fields.map { row in [row[0]] + places.map { row[$0] } }
        }
        #expect(try usage(nil).first == ["2.000488", "2", "1", "1", "1"])
        #expect(try usage(Counted.agency()).first == ["2.000488", "1", "1", "0", "1"])
        #expect(try usage(police) == [["2.000488", "1", "0", "1", "0"], ["*", "1", "0", "1", "0"]])
    }

    @Test("Figures of refused submissions lead to their ids, by service and among what became no dossier")
    func Dieu4_1_refusedTraced() throws {
        let refusals: [(String, DossierCode?, Event)] = [
            ("2026-11-17T09:00", nil, Counted.refused("s-9")), ("2026-11-18T09:00", nil, Counted.refused("s-2")),
            ("2026-11-18T10:00", nil, Counted.refused("s-7", "9.999999")),
            ("2026-11-19T09:00", nil, Counted.refused("s-8")),
        ]
        let data = Counted.data(events + refusals, to: "2026-11-18")
        let usage = UsageTable(data).table
        let others = try #require(try SLATable(data, by: nil).report.tables.first { $0.id == "others" })
        func behind(_ table: ReportTable, _ row: Int, _ column: Int) -> ReportCell.Behind {
            table.rows[row].cells[column].behind
        }
        #expect(behind(usage, 0, 13) == .submissions(["s-9", "s-2"]))
        #expect(behind(usage, 1, 13) == .cells([.init(row: 0, column: 13)]))
        let figures = others.fields.prefix(3).map { $0.dropFirst().joined(separator: " ") }
        #expect(figures == ["tất cả 3", "2.000488 2", "9.999999 1"])
        #expect(behind(others, 0, 2) == .cells([.init(row: 1, column: 2), .init(row: 2, column: 2)]))
        #expect(behind(others, 2, 2) == .submissions(["s-7"]))
        let html = String(decoding: UsageTable(data).report.html, as: UTF8.self)
        #expect(html.contains("<dd><ul><li>s-9\n<li>s-2</ul></dd>") && !html.contains("<ul></ul>"))
    }
}
