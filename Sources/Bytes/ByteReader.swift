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

    package mutating func skip(_ count: Int) throws(ParseError) {
        try expect(count)
        offset += count
    }

    package mutating func byte() throws(ParseError) -> UInt8 {
        try expect(1)
        defer { offset += 1 }
        return bytes[offset]
    }

    private func expect(_ count: Int) throws(ParseError) {
        guard count >= 0, count <= remaining else {
            throw ParseError(.truncated, "\(count) bytes expected, \(remaining) left", at: offset)
        }
    }
}
