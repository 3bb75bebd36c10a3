import Bytes
import Testing

@Suite("The byte reader")
struct ByteReaderTests {
    @Test("What is not there is truncated, said with its place, and moves nothing", arguments: [-1, 5, .max, .min])
    func outOfBounds(count: Int) throws {
        let bytes: [UInt8] = [1, 2, 3, 4]
        var reader = ByteReader(bytes.span)
        let expected = ParseError(.truncated, "\(count) bytes expected, 4 left", at: 0)
        do throws(ParseError) { try reader.skip(count) } catch { #expect(error == expected) }
        let offset = reader.offset
        #expect(offset == 0)
    }

    @Test("Bytes are read one after the other up to the end, and a copy goes its own way")
    func copying() throws {
        let bytes: [UInt8] = [1, 2, 3]
        var reader = ByteReader(bytes.span)
        try reader.skip(1)
        var copy = reader
        let seen = [try reader.byte(), try reader.byte(), try copy.byte()]
        #expect(seen == [2, 3, 2])
        let (left, leftOfCopy) = (reader.remaining, copy.remaining)
        #expect(left == 0 && leftOfCopy == 1)
        do throws(ParseError) { _ = try reader.byte() } catch { #expect(error.code == .truncated) }
    }
}
