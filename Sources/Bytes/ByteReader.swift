/// Reads forward through bytes from outside, and never past their end.
///
/// Copying it marks a place to come back to.
package struct ByteReader: ~Escapable {
    private let bytes: Span<UInt8>
    /// Where the next read starts.
    package private(set) var offset = 0

    @_lifetime(copy bytes)
    package init(_ bytes: Span<UInt8>) { self.bytes = bytes }

    package var remaining: Int { bytes.count - offset }

    package var isAtEnd: Bool { offset == bytes.count }

    /// Takes the next `count` bytes as a view of the same memory.
    ///
    /// Throws a `ParseError` with code `truncated` where fewer are left.
    @_lifetime(copy self)
    package mutating func take(_ count: Int) throws(ParseError) -> Span<UInt8> {
        try expect(count)
        defer { offset += count }
        return bytes.extracting(offset..<offset + count)
    }

    /// Takes the next `count` bytes as an array of their own.
    package mutating func array(_ count: Int) throws(ParseError) -> [UInt8] {
        try expect(count)
        defer { offset += count }
        return unsafe bytes.extracting(offset..<offset + count).withUnsafeBufferPointer { unsafe Array($0) }
    }

    package mutating func skip(_ count: Int) throws(ParseError) {
        try expect(count)
        offset += count
    }

    package mutating func byte() throws(ParseError) -> UInt8 {
        try expect(1)
        defer { offset += 1 }
        return bytes[offset]
    }

    /// Takes a number written with its lowest byte first, as in ZIP.
    package mutating func littleEndian<T: FixedWidthInteger & UnsignedInteger>(
        _: T.Type = T.self
    ) throws(ParseError) -> T {
        let field = try take(T.bitWidth / 8)
        var value: T = 0
        for index in field.indices.reversed() { value = value << 8 | T(field[index]) }
        return value
    }

    /// Takes a number written with its highest byte first, as in PNG and JPEG.
    package mutating func bigEndian<T: FixedWidthInteger & UnsignedInteger>(
        _: T.Type = T.self
    ) throws(ParseError) -> T {
        let field = try take(T.bitWidth / 8)
        var value: T = 0
        for index in field.indices { value = value << 8 | T(field[index]) }
        return value
    }

    private func expect(_ count: Int) throws(ParseError) {
        guard count >= 0, count <= remaining else {
            throw ParseError(.truncated, "\(count) bytes expected, \(remaining) left", at: offset)
        }
    }
}
