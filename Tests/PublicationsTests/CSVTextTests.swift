import Publications
import Testing

@Suite("CSV")
struct CSVTextTests {
    @Test("It begins with a byte order mark, and quotes what needs it")
    func quoting() {
        let bytes = CSVText.head(["a", "b"]) + CSVText.line(["x,\"y\"", "dòng 1\ndòng 2"])
        #expect(String(decoding: bytes, as: UTF8.self) == "\u{FEFF}a,b\r\n\"x,\"\"y\"\"\",\"dòng 1\ndòng 2\"\r\n")
    }

    @Test(
        "What anybody takes for the end of a line is quoted",
        arguments: ["\r\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}", ",\u{301}"])
    func lineEnds(mark: String) {
        #expect(String(decoding: CSVText.line(["a\(mark)b"]), as: UTF8.self) == "\"a\(mark)b\"\r\n")
    }

    @Test("Other characters are not", arguments: ["a b", "Hồ sơ", "…", "\u{2027}", "é", "'"])
    func plain(field: String) {
        #expect(String(decoding: CSVText.line([field]), as: UTF8.self) == "\(field)\r\n")
    }

    @Test("No field becomes a formula", arguments: ["=HYPERLINK(1)", "+1+2", "-1+2", "@SUM(A1)", "\tx", "\rx"])
    func OP3_formulas(field: String) {
        let line = String(decoding: CSVText.line([field]), as: UTF8.self)
        #expect(line.drop { $0 == "\"" }.first == "'")
    }
}
