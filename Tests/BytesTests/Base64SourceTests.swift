import Bytes
import Testing

@Suite("Base64 where it stands")
struct Base64SourceTests {
    private static let plain = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }

    /// Broken into lines of that many characters; 0 for one line.
    private static func text(lines: Int) -> [UInt8] {
        let text = Array(Base64.encode(plain).utf8)
        guard lines > 0 else { return text }
        return stride(from: 0, to: text.count, by: lines).flatMap {
            Array(text[$0..<min($0 + lines, text.count)]) + Array("\r\n".utf8)
        }
    }

    @Test(
        "Any part reads as it does of the bytes themselves, however the text is broken",
        arguments: [0, 1, 64, 76, 16_383])
    func anyPart(lines: Int) throws {
        let source = try Base64Source(MemorySource(Self.text(lines: lines)))
        #expect(source.count == Self.plain.count)
        #expect(try source.read(at: 0, count: source.count) == Self.plain)
        for offset in stride(from: 0, to: Self.plain.count, by: 997) {
            let count = min(offset % 40_001, Self.plain.count - offset)
            #expect(try source.read(at: offset, count: count) == Array(Self.plain[offset..<offset + count]))
        }
        #expect(try source.read(at: source.count, count: 0).isEmpty)
        #expect(throws: ParseError.self) { try source.read(at: source.count - 1, count: 2) }
    }

    @Test(
        "What is no base64 is refused, whichever stretch of the text it stands in",
        arguments: [0, 5, 16_384, 40_000, 133_335])
    func refused(place: Int) {
        var text = Self.text(lines: 0)
        text[place] = UInt8(ascii: "!")
        let error = #expect(throws: ParseError.self) { try Base64Source(MemorySource(text)) }
        #expect(error?.code == .schema)
        #expect(error?.offset == place)
        #expect(throws: ParseError.self) { try Base64Source(MemorySource(Array(text[...place]))) }
    }

    @Test("Nothing at all is no bytes")
    func empty() throws {
        #expect(try Base64Source(MemorySource([])).count == 0)
        #expect(try Base64Source(MemorySource(Array(" \n".utf8))).count == 0)
    }
}
