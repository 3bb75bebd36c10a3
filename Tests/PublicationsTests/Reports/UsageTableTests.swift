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
}
