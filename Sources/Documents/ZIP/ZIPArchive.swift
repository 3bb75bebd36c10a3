package import Bytes

/// An archive whose directory and local headers agree; nothing in it is ever extracted by its own name.
package struct ZIPArchive: Sendable {
    private static let piece = 1 << 18

    package let entries: [ZIPEntry]
    let source: any ByteSource

    /// Whether the archive's end is there: as long as it is not, somebody may still be writing.
    package static func isWhole(_ source: any ByteSource) throws -> Bool {
        do {
            _ = try ZIPEnd(source)
            return true
        } catch let error as ParseError {
            return error.code != .truncated && error.code != .empty
        }
    }

    /// Reads the central directory and every local header.
    ///
    /// Throws a `ParseError`: `empty`, `type`, `truncated`, `malformed`, `mismatch`, `path`, `layout`, `encoding`,
    /// `duplicate`, `overlap`, `bomb`, `encrypted`, `method` or `limits`; and what the source throws.
    ///
    /// - Parameter asBefore: whether it is one that was taken when data descriptors and names behind names were passed over.
    package init(_ source: any ByteSource, limits: Limits, asBefore: Bool = false) throws {
        let source = try TailInMemory(source, count: ZIPEnd.reach)
        self.source = source
        let end = try ZIPEnd(source)
        guard end.entries > 0 else { throw ParseError(.empty, "the archive holds no file") }
        guard end.entries <= limits.zipEntries else {
            throw ParseError(.limits, "the archive holds \(end.entries) entries; at most \(limits.zipEntries) are read")
        }
        guard end.directorySize <= limits.zipEntries * (46 + 3 * 65_535), end.directorySize <= source.count else {
            throw ParseError(.limits, "the central directory has \(end.directorySize) bytes")
        }
        let directory = try source.read(at: end.directoryOffset, count: end.directorySize)
        var headers: [ZIPHeader] = []
        var position = 0
        while position < directory.count {
            let header = try ZIPHeader(
                directory, at: &position, base: end.directoryOffset, limits: limits, asBefore: asBefore)
            headers.append(header)
            guard headers.count <= end.entries else { break }
        }
        guard headers.count == end.entries, position == directory.count else {
            throw ParseError(
                .mismatch, "the end record says \(end.entries) entries, the directory holds another number")
        }
        var names: Set<String> = []
        for header in headers where !names.insert(ZIPName.key(header.name)).inserted {
            throw ParseError(.duplicate, "two entries have the same name but for case or composition")
        }
        var confirmed: [(range: Range<Int>, entry: ZIPEntry)] = []
        for header in headers { confirmed.append(try header.confirmed(in: source, before: end.directoryOffset)) }
        try Self.checkLayout(confirmed.map(\.range), until: end.directoryOffset)
        let all = confirmed.map(\.entry)
        entries = all.filter { !ZIPName.isSystems($0.name) }
        for entry in all where entry.size > max(1, entry.packedSize) * limits.expansion && entry.size > 1 << 20 {
            throw ParseError(.bomb, "an entry becomes more than \(limits.expansion) times as large")
        }
        // Added up only now, since sizes that nothing bounds have no sum.
        let total = all.reduce(0) { $0 + $1.size }
        guard total <= limits.packageBytes else {
            // Scans hardly become smaller: many of them are too much, and no trick.
            let isBomb = total / limits.expansion > source.count
            throw ParseError(
                isBomb ? .bomb : .limits,
                "the archive becomes \(total) bytes; at most \(limits.packageBytes) are read")
        }
    }

    /// Entries follow each other from the first byte to the directory, and share none (ZP4, ZP8).
    private static func checkLayout(_ ranges: [Range<Int>], until directory: Int) throws(ParseError) {
        let ordered = ranges.sorted { $0.lowerBound < $1.lowerBound }
        guard let first = ordered.first, first.lowerBound == 0 else {
            throw ParseError(.malformed, "bytes stand before the first entry", at: 0)
        }
        for (one, next) in zip(ordered, ordered.dropFirst()) where next.lowerBound < one.upperBound {
            throw ParseError(.overlap, "two entries share bytes", at: next.lowerBound)
        }
        guard let last = ordered.last, last.upperBound <= directory else {
            throw ParseError(.overlap, "an entry reaches into the central directory", at: directory)
        }
    }

    /// The packed bytes' place in the archive.
    package func packedRange(of entry: ZIPEntry) -> Range<Int> {
        entry.dataOffset..<entry.dataOffset + entry.packedSize
    }

    /// The bytes of a stored entry, without a copy.
    package func storedSource(of entry: ZIPEntry) throws(ParseError) -> SliceSource {
        precondition(entry.isStored, "only a stored entry lies in the archive as it is")
        return try SliceSource(source, range: packedRange(of: entry))
    }

    /// An entry unpacked, at most `limit` bytes.
    package func contents(of entry: ZIPEntry, limit: Int) throws -> [UInt8] {
        guard entry.size <= limit else {
            throw ParseError(.limits, "an entry has \(entry.size) bytes; at most \(limit) are read")
        }
        var bytes: [UInt8] = []
        try read(entry, piece: entry.isStored ? max(1, entry.size) : Self.piece) { piece in
            // What comes in one piece needs no second place.
            if piece.count == entry.size { return bytes = piece }
            bytes.reserveCapacity(entry.size)
            bytes += piece
        }
        return bytes
    }

    /// Hands an entry over piece by piece, unpacked, and checks its size and check sum at the end.
    ///
    /// Throws a `ParseError`: `crc`, `bomb` where more comes out than declared, `malformed` where the packing is broken.
    package func read(_ entry: ZIPEntry, chunk: ([UInt8]) throws -> Void) throws {
        try read(entry, piece: Self.piece, chunk: chunk)
    }

    /// - Parameter piece: how many packed bytes are in memory at a time.
    private func read(_ entry: ZIPEntry, piece: Int, chunk: ([UInt8]) throws -> Void) throws {
        var sum = CRC32()
        var total = 0
        func take(_ bytes: [UInt8]) throws {
            total += bytes.count
            guard total <= entry.size else {
                throw ParseError(.bomb, "an entry becomes larger than it says", at: entry.dataOffset)
            }
            sum.update(bytes.span)
            try chunk(bytes)
        }
        let range = packedRange(of: entry)
        if entry.isStored {
            try forEachPiece(of: range, piece, take)
        } else {
            var inflater = try Inflater(expecting: entry.size)
            try forEachPiece(of: range, piece) { piece in try inflater.inflate(piece, take) }
            guard inflater.isFinished else {
                throw ParseError(.malformed, "an entry's packed bytes end too early", at: range.upperBound)
            }
        }
        guard total == entry.size else {
            throw ParseError(.mismatch, "an entry has \(total) bytes and says \(entry.size)", at: entry.dataOffset)
        }
        guard sum.value == entry.crc else {
            throw ParseError(.crc, "an entry's check sum does not fit its bytes", at: entry.dataOffset)
        }
    }

    /// The packed bytes of a range, piece by piece.
    private func forEachPiece(of range: Range<Int>, _ most: Int, _ body: ([UInt8]) throws -> Void) throws {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let count = min(most, range.upperBound - offset)
            try body(try source.read(at: offset, count: count))
            offset += count
        }
    }
}
