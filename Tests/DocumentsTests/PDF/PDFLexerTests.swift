import Bytes
import Testing

@testable import Documents

@Suite("Tokens of a PDF")
struct PDFLexerTests {
    private func tokens(_ text: String, after blanks: Int = 0) throws -> [PDFToken] {
        let bytes = [UInt8](repeating: UInt8(ascii: " "), count: blanks) + Array(text.utf8)
        var lexer = PDFLexer(MemorySource(bytes), isFile: false, limits: Limits())
        var tokens: [PDFToken] = []
        while true {
            let token = try lexer.next()
            if token == .end { return tokens }
            tokens.append(token)
        }
    }

    @Test(
        "Numbers, names and words are told apart",
        arguments: [
            ("0", .object(.integer(0))), ("0042", .object(.integer(42))), ("-7", .object(.integer(-7))),
            ("999999999999999999", .object(.integer(999_999_999_999_999_999))),
            ("9223372036854775807", .object(.integer(.max))), ("12abc", .object(.integer(12))),
            ("1.5", .object(.real(1.5))), ("+x", .keyword("+x")),
            ("/Name", .object(.name("Name"))), ("/A#42", .object(.name("AB"))), ("/A#4", .object(.name("A#4"))),
            ("/", .object(.name(""))), ("endobj", .keyword("endobj")),
            ("aVeryLongWordOfThirtyTwoLetters!", .keyword("")),
        ] as [(String, PDFToken)])
    func kinds(text: String, expected: PDFToken) throws {
        // At the end of the source, and before something else.
        #expect(try tokens(text).first == expected)
        #expect(try tokens(text + " ").first == expected)
        #expect(try tokens(text + "/B").first == expected)
    }

    @Test("A token that a read cuts in two is the same as any other", arguments: 4_060...4_100)
    func cut(blanks: Int) throws {
        let text = "12 0 obj <</Type/Page#20x /Length 1234567 /K [true (a(b)c) <6162>]>> stream"
        let whole = try tokens(text)
        #expect(whole.count == 16)
        #expect(try tokens(text, after: blanks) == whole)
    }

    @Test("A row of a table has its twenty bytes in their places")
    func rows() throws {
        func isRow(_ text: String) throws -> Bool {
            var lexer = PDFLexer(MemorySource(Array(text.utf8)), limits: Limits())
            return try lexer.isAtRow()
        }
        #expect(try isRow("0000000015 00000 n \n"))
        #expect(try isRow("0000000015 65535 f\r\n0"))
        for text in [
            "0000000015 00000 n\n0", "0000000015 00000 x \n", "000000001500000  n \n", "0000000015 00000 n ",
            "a000000015 00000 n \n", "",
        ] {
            #expect(try !isRow(text))
        }
    }
}
