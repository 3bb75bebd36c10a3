import Publications
import Testing

@Suite("CSV")
struct CSVTextTests {
    @Test("It begins with a byte order mark, and quotes what needs it")
    func quoting() {
        var table = CSVText(header: ["a", "b"])
        table.add(["x,\"y\"", "dòng 1\ndòng 2"])
        #expect(String(decoding: table.bytes, as: UTF8.self) == "\u{FEFF}a,b\r\n\"x,\"\"y\"\"\",\"dòng 1\ndòng 2\"\r\n")
    }

    @Test("No field becomes a formula", arguments: ["=HYPERLINK(1)", "+1+2", "-1+2", "@SUM(A1)", "\tx", "\rx"])
    func OP3_formulas(field: String) {
        var table = CSVText(header: ["a"])
        table.add([field])
        let line = String(decoding: table.bytes, as: UTF8.self).split(separator: "\r\n")[1]
        #expect(line.drop { $0 == "\"" }.first == "'")
    }
}
