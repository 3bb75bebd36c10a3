import Bytes
import Testing

@Suite("The byte reader")
struct ByteReaderTests {
    @Test("Numbers are read in both orders")
    func numbers() throws {
        let bytes: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
        var reader = ByteReader(bytes.span)
        let (first, second) = (try reader.byte(), try reader.littleEndian(UInt16.self))
        let (third, fourth) = (try reader.bigEndian(UInt32.self), try reader.littleEndian(UInt32.self))
        #expect(first == 1 && second == 0x0302 && third == 0x0405_0607 && fourth == 0x0B0A_0908)
        let (isAtEnd, offset) = (reader.isAtEnd, reader.offset)
        #expect(isAtEnd && offset == 11)
    }

    @Test("The whole width of the largest numbers is read")
    func widest() throws {
        let bytes = [UInt8](repeating: 0xFF, count: 9)
        var reader = ByteReader(bytes.span)
        let (wide, narrow) = (try reader.bigEndian(UInt64.self), try reader.littleEndian(UInt8.self))
        #expect(wide == .max && narrow == .max)
    }

    @Test("What is not there is truncated, said with its place, and moves nothing", arguments: [-1, 5, .max, .min])
    func outOfBounds(count: Int) throws {
        let bytes: [UInt8] = [1, 2, 3, 4]
        var reader = ByteReader(bytes.span)
        let expected = ParseError(.truncated, "\(count) bytes expected, 4 left", at: 0)
        do throws(ParseError) { try reader.skip(count) } catch { #expect(error == expected) }
        do throws(ParseError) { _ = try reader.take(count) } catch { #expect(error == expected) }
        do throws(ParseError) { _ = try reader.array(count) } catch { #expect(error == expected) }
        do throws(ParseError) { _ = try reader.littleEndian(UInt64.self) } catch { #expect(error.code == .truncated) }
        let offset = reader.offset
        #expect(offset == 0)
    }

    @Test("Taking and copying see the same bytes")
    func copying() throws {
        let bytes: [UInt8] = [1, 2, 3, 4]
        var reader = ByteReader(bytes.span)
        try reader.skip(1)
        var copy = reader
        let array = try reader.array(3)
        let view = try copy.take(2)
        let seen = [view[0], view[1]]
        #expect(array == [2, 3, 4] && seen == [2, 3])
        let rest = try reader.array(0)
        #expect(rest.isEmpty)
    }
}
