/// A range of another source, seen as a source whose first byte is number 0.
package struct SliceSource: ByteSource {
    private let base: any ByteSource
    private let start: Int
    package let count: Int

    /// Throws a `ParseError` with code `truncated` where the range leaves the source.
    package init(_ base: any ByteSource, offset: Int, count: Int) throws(ParseError) {
        try base.bounds(at: offset, count: count)
        self.base = base
        start = offset
        self.count = count
    }

    /// Throws a `ParseError` with code `truncated` where the range leaves the source.
    package init(_ base: any ByteSource, range: Range<Int>) throws(ParseError) {
        try base.bounds(at: range.lowerBound, count: 0)
        try self.init(base, offset: range.lowerBound, count: range.upperBound - range.lowerBound)
    }

    package func read(at offset: Int, count: Int) throws -> [UInt8] {
        try bounds(at: offset, count: count)
        return try base.read(at: start + offset, count: count)
    }
}
