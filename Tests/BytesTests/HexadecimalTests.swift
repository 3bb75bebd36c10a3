import Bytes
import Testing

@Suite("Hexadecimal digits")
struct HexadecimalTests {
    private func word(_ text: [UInt8]) -> UInt64? { Hexadecimal.word(text.span) }

    @Test("Sixteen digits are the number that they write")
    func words() {
        #expect(word(Array("0123456789abcdef".utf8)) == 0x0123_4567_89ab_cdef)
        #expect(word(Array("ffffffffffffffff".utf8)) == .max)
        #expect(word(Array("0000000000000000".utf8)) == 0)
        #expect(word(Array("0".utf8)) == nil && word([]) == nil)
    }

    @Test("Any byte that is no lower-case digit is told, wherever it stands")
    func foreign() {
        for position in 0..<16 {
            for byte in UInt8.min...UInt8.max {
                var text = Array("0000000000000000".utf8)
                text[position] = byte
                let digit = Array("0123456789abcdef".utf8).firstIndex(of: byte)
                #expect(word(text) == digit.map { UInt64($0) << UInt64(60 - 4 * position) })
            }
        }
    }

    @Test("A digest that stands in a text is read from its digits, and from nothing else")
    func digest() throws {
        let digest = SHA256.digest(of: Array("abc".utf8))
        let text = Array(digest.description.utf8)
        #expect(Digest(digits: text.span) == digest)
        let short = text.dropLast()
        #expect(Digest(digits: short.span) == nil)
        let upper = Array(digest.description.uppercased().utf8)
        #expect(Digest(digits: upper.span) == nil)
    }
}
