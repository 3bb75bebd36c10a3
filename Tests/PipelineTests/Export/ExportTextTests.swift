import Dossiers
import Testing

@testable import Pipeline

@Suite("The text of an export")
struct ExportTextTests {
    private func row(_ format: Export.Format, _ text: String) -> String {
        var rows = ExportText(
            format, columns: [("number", false), ("at", true), ("dossier", true), ("claim", true), ("paused", false)])
        rows.put(12)
        rows.put(Moment("2026-11-23T08:15:00+07:00"))
        rows.put(nil as DossierCode?)
        rows.put(text)
        rows.put(true)
        rows.endRow()
        return String(decoding: rows.bytes, as: UTF8.self)
    }

    @Test("In CSV what is missing is empty, and no field ends another or becomes a formula")
    func csv() {
        #expect(row(.csv, "x") == "12,2026-11-23T08:15:00+07:00,,x,true\r\n")
        #expect(row(.csv, "=a,\"b\"") == "12,2026-11-23T08:15:00+07:00,,\"'=a,\"\"b\"\"\",true\r\n")
        #expect(row(.csv, "a\u{2028}b").hasSuffix(",\"a\u{2028}b\",true\r\n"))
    }

    @Test("In JSON what is missing is null, and texts are quoted")
    func json() {
        let start = #"{"number":12,"at":"2026-11-23T08:15:00+07:00","dossier":null,"claim":"#
        #expect(row(.jsonl, "x") == start + #""x","paused":true}"# + "\n")
        #expect(row(.jsonl, "\"\\\n") == start + #""\"\\\n","paused":true}"# + "\n")
    }

    @Test("For PostgreSQL what is missing is a mark, and what would end a field is escaped")
    func sql() {
        #expect(row(.sql, "x") == "12\t2026-11-23T08:15:00+07:00\t\\N\tx\ttrue\n")
        #expect(row(.sql, "a\tb\\\r\n") == "12\t2026-11-23T08:15:00+07:00\t\\N\ta\\tb\\\\\\r\\n\ttrue\n")
    }
}
