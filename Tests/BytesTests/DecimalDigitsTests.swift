import Bytes
import Testing

@Suite("Decimal digits")
struct DecimalDigitsTests {
    @Test("A number gets leading zeros up to its width, and is read back", arguments: [0, 7, 10, 99, 100, 123_456_789])
    func roundTrip(number: Int) {
        for width in 1...12 {
            var text = Array("x".utf8)
            DecimalDigits.append(number, width, to: &text)
            let digits = String(number)
            let zeros = String(repeating: "0", count: max(0, width - digits.count))
            #expect(String(decoding: text, as: UTF8.self) == "x" + zeros + digits)
            #expect(DecimalDigits.number(text.span.extracting(1..<text.count)) == number)
        }
    }

    @Test("Anything else is no number", arguments: ["", "1a", "-1", " 1", "/", ":", "1234567890123456789"])
    func refused(text: String) {
        #expect(DecimalDigits.number(text.utf8.span) == nil)
    }
}
