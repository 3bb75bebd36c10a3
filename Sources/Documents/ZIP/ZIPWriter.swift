package import Bytes

/// Writes an archive from front to back; sizes stand in the local headers, so what is written must be known beforehand.
///
/// The same files give the same bytes. zip64 fields are written where a size, an offset or the count needs them.
package struct ZIPWriter: ~Copyable {
    private struct Record {
        let name: [UInt8]
        let method: Int
        let crc: UInt32
        let packedSize: Int
        let size: Int
        let offset: Int
    }

    /// The time that every entry carries, as MS-DOS writes it: two-second steps since 1980, in local time.
    package struct Time: Sendable {
        let date: Int
        let time: Int

        package init(year: Int, month: Int, day: Int, second: Int) {
            date = max(0, year - 1980) << 9 | month << 5 | day
            time = (second / 3600) << 11 | (second / 60 % 60) << 5 | second % 60 / 2
        }
    }

    /// How much of a file is in memory at a time.
    private static let piece = 1 << 20

    private let time: Time
    private var records: [Record] = []
    private var offset = 0

    package init(time: Time) { self.time = time }

    /// Packs bytes that are in memory.
    package mutating func addDeflated(_ name: String, _ bytes: [UInt8], to sink: inout some ByteSink & ~Copyable) throws
    {
        var sum = CRC32()
        sum.update(bytes.span)
        let packed = Deflater.deflate(bytes)
        try begin(name, method: 8, crc: sum.value, packedSize: packed.count, size: bytes.count, to: &sink)
        try write(packed, to: &sink)
    }

    /// Copies a file as it is; a large one is read twice, since its check sum stands before it.
    ///
    /// Throws a `ParseError` with code `mismatch` where what was copied has another digest than `expected`.
    package mutating func addStored(
        _ name: String, _ source: any ByteSource, expecting expected: Digest? = nil,
        to sink: inout some ByteSink & ~Copyable
    ) throws {
        let small = source.count <= Self.piece ? try source.read(at: 0, count: source.count) : nil
        var sum = CRC32()
        if let small { sum.update(small.span) } else { try Self.forEachPiece(of: source) { sum.update($0.span) } }
        try begin(name, method: 0, crc: sum.value, packedSize: source.count, size: source.count, to: &sink)
        var hash = SHA256()
        var offset = 0
        while offset < source.count {
            let bytes = try small ?? source.read(at: offset, count: min(Self.piece, source.count - offset))
            try write(bytes, into: &hash, to: &sink)
            offset += bytes.count
        }
        try Self.expect(expected, hash)
    }

    /// Copies an entry of another archive, packed as it is.
    ///
    /// Throws a `ParseError`: `mismatch` where what was copied has another digest than `expected` when unpacked, `malformed`
    /// where it cannot be unpacked.
    package mutating func addPacked(
        _ name: String, _ entry: ZIPEntry, of archive: ZIPArchive, expecting expected: Digest? = nil,
        to sink: inout some ByteSink & ~Copyable
    ) throws {
        try begin(
            name, method: entry.method, crc: entry.crc, packedSize: entry.packedSize, size: entry.size, to: &sink)
        let range = archive.packedRange(of: entry)
        var hash = SHA256()
        var inflater = entry.isStored ? nil : try Inflater(expecting: entry.size)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let bytes = try archive.source.read(at: offset, count: min(Self.piece, range.upperBound - offset))
            if entry.isStored {
                try write(bytes, into: &hash, to: &sink)
            } else {
                try inflater?.inflate(bytes) { hash.update($0) }
                try write(bytes, to: &sink)
            }
            offset += bytes.count
        }
        try Self.expect(expected, hash)
    }

    private static func expect(_ expected: Digest?, _ hash: SHA256) throws(ParseError) {
        guard let expected, hash.finalize() != expected else { return }
        throw ParseError(.mismatch, "a file that was copied is not the one that was examined")
    }

    /// Writes the central directory and the end.
    package consuming func finish(to sink: inout some ByteSink & ~Copyable) throws {
        let start = offset
        var directory: [UInt8] = []
        for record in records { append(headerOf: record, to: &directory) }
        let size = directory.count
        if records.count >= 0xFFFF || start >= 0xFFFF_FFFF || size >= 0xFFFF_FFFF {
            let end = start + size
            directory.append(longs: [0x06064B50])
            directory.append(quads: [44])
            directory.append(words: [45, 45])
            directory.append(longs: [0, 0])
            directory.append(quads: [records.count, records.count, size, start])
            directory.append(longs: [0x07064B50, 0])
            directory.append(quads: [end])
            directory.append(longs: [1])
        }
        let count = min(records.count, 0xFFFF)
        directory.append(longs: [0x06054B50])
        directory.append(words: [0, 0, count, count])
        directory.append(longs: [min(size, 0xFFFF_FFFF), min(start, 0xFFFF_FFFF)])
        directory.append(words: [0])
        try write(directory, to: &sink)
    }

    private mutating func begin(
        _ name: String, method: Int, crc: UInt32, packedSize: Int, size: Int, to sink: inout some ByteSink & ~Copyable
    ) throws {
        let record = Record(
            name: Array(name.utf8), method: method, crc: crc, packedSize: packedSize, size: size, offset: offset)
        let isWide = size >= 0xFFFF_FFFF || packedSize >= 0xFFFF_FFFF
        var bytes: [UInt8] = []
        bytes.reserveCapacity(50 + record.name.count)
        bytes.append(longs: [0x04034B50])
        bytes.append(words: [isWide ? 45 : 20, 0x0800, method, time.time, time.date])
        bytes.append(longs: [Int(crc), isWide ? 0xFFFF_FFFF : packedSize, isWide ? 0xFFFF_FFFF : size])
        bytes.append(words: [record.name.count, isWide ? 20 : 0])
        bytes += record.name
        if isWide {
            bytes.append(words: [1, 16])
            bytes.append(quads: [size, packedSize])
        }
        records.append(record)
        try write(bytes, to: &sink)
    }

    private func append(headerOf record: Record, to directory: inout [UInt8]) {
        var wide: [UInt8] = []
        func narrow(_ value: Int) -> Int {
            guard value >= 0xFFFF_FFFF else { return value }
            wide.append(quads: [value])
            return 0xFFFF_FFFF
        }
        let (size, packed, offset) = (narrow(record.size), narrow(record.packedSize), narrow(record.offset))
        let version = wide.isEmpty ? 20 : 45
        directory.append(longs: [0x02014B50])
        directory.append(words: [3 << 8 | version, version, 0x0800, record.method, time.time, time.date])
        directory.append(longs: [Int(record.crc), packed, size])
        directory.append(words: [record.name.count, wide.isEmpty ? 0 : 4 + wide.count, 0, 0, 0])
        directory.append(longs: [0o100644 << 16, offset])
        directory += record.name
        guard !wide.isEmpty else { return }
        directory.append(words: [1, wide.count])
        directory += wide
    }

    private mutating func write(_ bytes: [UInt8], to sink: inout some ByteSink & ~Copyable) throws {
        offset += bytes.count
        try sink.write(bytes)
    }

    private mutating func write(
        _ bytes: [UInt8], into hash: inout SHA256, to sink: inout some ByteSink & ~Copyable
    ) throws {
        offset += bytes.count
        try sink.write(bytes, into: &hash)
    }

    private static func forEachPiece(of source: any ByteSource, _ body: ([UInt8]) throws -> Void) throws {
        var offset = 0
        while offset < source.count {
            let count = min(piece, source.count - offset)
            try body(try source.read(at: offset, count: count))
            offset += count
        }
    }
}
