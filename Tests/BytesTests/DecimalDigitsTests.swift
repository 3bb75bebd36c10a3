import Bytes
import Testing

@Suite("Decimal digits")
struct DecimalDigitsTests {
    @Test("A number is read, whatever zeros stand before it", arguments: ["0", "007", "10", "123456789012345678"])
    func taken(text: String) {
        #expect(DecimalDigits.number(text.utf8.span) == Int(text))
    }

    @Test("Anything else is no number", arguments: ["", "1a", "-1", " 1", "/", ":", "1234567890123456789"])
    func refused(text: String) {
        #expect(DecimalDigits.number(text.utf8.span) == nil)
    }
}
