import Bytes
import Signatures
import Testing

@Suite("DERReader")
struct DERReaderTests {
    private func code(_ bytes: [UInt8], rules: DERReader.Rules = .der, limits: Limits = Limits()) -> ParseError.Code? {
        do throws(ParseError) {
            var reader = DERReader(bytes, rules: rules, limits: limits)
            try walk(&reader)
            return nil
        } catch {
            return error.code
        }
    }

    private func walk(_ reader: inout DERReader) throws(ParseError) {
        while !reader.isAtEnd {
            let element = try reader.element()
            guard element.isConstructed else { continue }
            var inner = try reader.inside(element)
            try walk(&inner)
        }
    }

    @Test("Elements are cut out one after the other, and the end is the end")
    func elements() throws {
        var reader = DERReader([0x30, 0x03, 0x02, 0x01, 0x05, 0x05, 0x00], limits: Limits())
        var inner = try reader.open(0x30)
        #expect(try inner.smallInteger() == 5)
        try inner.finish()
        #expect(throws: ParseError.self) { try reader.finish() }
        #expect(try reader.element().tag == 0x05)
        try reader.finish()
    }

    @Test(
        "What is cut short, too long or of several bytes is refused",
        arguments: [
            ([0x30], ParseError.Code.truncated), ([0x30, 0x05, 0x00], .truncated), ([0x30, 0x82, 0x01], .truncated),
            ([0x30, 0x88, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .truncated),
            ([0x30, 0x89, 1, 1, 1, 1, 1, 1, 1, 1, 1], .malformed), ([0x1F, 0x81, 0x00], .malformed),
            ([0x04, 0x81, 0x01, 0x00], .malformed), ([0x30, 0x80, 0x00, 0x00], .malformed),
        ])
    func refused(bytes: [UInt8], expected: ParseError.Code) { #expect(code(bytes) == expected) }

    @Test("BER may count with more bytes, and end with a mark")
    func ber() throws {
        #expect(code([0x04, 0x81, 0x01, 0x00], rules: .ber) == nil)
        #expect(code([0x30, 0x80, 0x02, 0x01, 0x05, 0x00, 0x00], rules: .ber) == nil)
        #expect(code([0x30, 0x80, 0x02, 0x01, 0x05], rules: .ber) == .truncated)
        #expect(code([0x04, 0x80, 0x00, 0x00], rules: .ber) == .malformed)
        var reader = DERReader([0x24, 0x80, 0x04, 0x01, 0x61, 0x04, 0x01, 0x62, 0, 0], rules: .ber, limits: Limits())
        #expect(try reader.octetString() == [0x61, 0x62])
    }

    @Test("Nesting is read down to the limit and no further", arguments: [false, true])
    func depth(isIndefinite: Bool) {
        func nested(_ levels: Int) -> [UInt8] {
            (0..<levels).reduce([0x05, 0x00]) { inner, _ in
                isIndefinite ? [0x30, 0x80] + inner + [0, 0] : [0x30, UInt8(inner.count)] + inner
            }
        }
        var limits = Limits()
        limits.derDepth = 8
        #expect(code(nested(8), rules: .ber, limits: limits) == nil)
        #expect(code(nested(9), rules: .ber, limits: limits) == .depth)
    }

    @Test(
        "Object identifiers are read as they were written",
        arguments: ["1.2.840.113549.1.7.2", "2.16.840.1.101.3.4.2.1", "0.9.2342.19200300.100.1.1", "2.999.3"])
    func objectIdentifiers(text: String) throws {
        var reader = DERReader(DERWriter.objectIdentifier(text), limits: Limits())
        #expect(try reader.objectIdentifier() == text)
    }

    @Test(
        "Times are read to the second",
        arguments: [
            (UInt8(0x17), "700101000000Z", 0), (0x17, "490101000000Z", 2_493_072_000),
            (0x17, "500101000000Z", -631_152_000),
            (0x18, "20400229235959Z", 2_214_172_799), (0x18, "20400101000000.5Z", 2_208_988_800),
        ])
    func times(tag: UInt8, text: String, seconds: Int) throws {
        var reader = DERReader(DERWriter.element(tag, Array(text.utf8)), limits: Limits())
        #expect(try reader.time() == seconds)
    }

    @Test("What is no time is none", arguments: ["700101000000", "701301000000Z", "7001010000Z", "70010100000aZ", ""])
    func noTimes(text: String) {
        var reader = DERReader(DERWriter.element(0x17, Array(text.utf8)), limits: Limits())
        #expect(throws: ParseError.self) { try reader.time() }
    }
}
