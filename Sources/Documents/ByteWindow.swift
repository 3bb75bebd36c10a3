package import Bytes

/// A movable view of a source: reads ahead in one piece, so that memory stays flat and small steps cost no system call.
package struct ByteWindow: Sendable {
    /// How far one read goes at first, and at most once reading has gone on without a jump.
    private static let firstStep = 4_096
    private static let longestStep = 65_536

    package let source: any ByteSource
    /// Where `bytes` begins in the source.
    package private(set) var start = 0
    package private(set) var bytes: [UInt8] = []
    private var step = ByteWindow.firstStep

    package init(_ source: any ByteSource) {
        self.source = source
    }

    package var count: Int { source.count }

    /// The byte at `offset`; nil at and after the end.
    @inline(__always)
    package mutating func byte(at offset: Int) throws -> UInt8? {
        try holds(offset) ? bytes[offset - start] : fetchedByte(at: offset)
    }

    private mutating func fetchedByte(at offset: Int) throws -> UInt8? {
        guard offset >= 0, offset < source.count else { return nil }
        try move(to: offset)
        return bytes[0]
    }

    /// Whether the byte at `offset` is at hand without reading.
    package func holds(_ offset: Int) -> Bool { offset >= start && offset - start < bytes.count }

    /// How many bytes from `offset` on fit, up to one that does not; nil where that one is not at hand without reading.
    @inline(__always)
    package func run(at offset: Int, where fits: (UInt8) -> Bool) -> Int? {
        guard holds(offset) else { return nil }
        let first = offset - start
        var index = first
        while index < bytes.count {
            guard fits(bytes[index]) else { return index - first }
            index += 1
        }
        return nil
    }

    /// Up to `count` bytes from `offset` on; fewer only where the source ends.
    package mutating func bytes(at offset: Int, count: Int) throws -> ArraySlice<UInt8> {
        guard offset >= 0, offset < source.count, count > 0 else { return [] }
        let wanted = min(count, source.count - offset)
        if offset < start || offset - start > bytes.count - wanted {
            let length = min(max(wanted, Self.firstStep), source.count - offset)
            bytes = try source.read(at: offset, count: length)
            start = offset
        }
        return bytes[(offset - start)..<(offset - start + wanted)]
    }

    /// Makes the window begin at `offset`, which lies in the source.
    package mutating func move(to offset: Int) throws {
        let goesOn = !bytes.isEmpty && offset <= start + bytes.count && offset >= start + bytes.count - 1
        step = goesOn ? min(2 * step, Self.longestStep) : Self.firstStep
        bytes = try source.read(at: offset, count: min(step, source.count - offset))
        start = offset
    }

    /// An unsigned number of `width` bytes; nil where the source ends before it does.
    package mutating func number(at offset: Int, width: Int, littleEndian: Bool = false) throws -> UInt64? {
        let field = try bytes(at: offset, count: width)
        guard field.count == width else { return nil }
        return littleEndian
            ? field.reversed().reduce(0) { $0 << 8 | UInt64($1) } : field.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
