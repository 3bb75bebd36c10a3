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
        for record in records { directory += header(record) }
        let size = directory.count
        if records.count >= 0xFFFF || start >= 0xFFFF_FFFF || size >= 0xFFFF_FFFF {
            let end = start + size
            directory +=
                Self.bytes([0x06064B50, 44], [4, 8]) + Self.bytes([45, 45], [2, 2]) + Self.bytes([0, 0], [4, 4])
            directory += Self.bytes([records.count, records.count, size, start], [8, 8, 8, 8])
            directory += Self.bytes([0x07064B50, 0, end, 1], [4, 4, 8, 4])
        }
        let count = min(records.count, 0xFFFF)
        directory += Self.bytes([0x06054B50, 0, 0, count, count], [4, 2, 2, 2, 2])
        directory += Self.bytes([min(size, 0xFFFF_FFFF), min(start, 0xFFFF_FFFF), 0], [4, 4, 2])
        try write(directory, to: &sink)
    }

    private mutating func begin(
        _ name: String, method: Int, crc: UInt32, packedSize: Int, size: Int, to sink: inout some ByteSink & ~Copyable
    ) throws {
        let record = Record(
            name: Array(name.utf8), method: method, crc: crc, packedSize: packedSize, size: size, offset: offset)
        let wide = size >= 0xFFFF_FFFF || packedSize >= 0xFFFF_FFFF
        let extra = wide ? Self.bytes([1, 16, size, packedSize], [2, 2, 8, 8]) : []
        var bytes = Self.bytes([0x04034B50, wide ? 45 : 20, 0x0800, method, time.time, time.date], [4, 2, 2, 2, 2, 2])
        bytes += Self.bytes(
            [Int(crc), wide ? 0xFFFF_FFFF : packedSize, wide ? 0xFFFF_FFFF : size, record.name.count, extra.count],
            [4, 4, 4, 2, 2])
        records.append(record)
        try write(bytes + record.name + extra, to: &sink)
    }

    private func header(_ record: Record) -> [UInt8] {
        var values: [Int] = []
        func narrow(_ value: Int) -> Int {
            guard value >= 0xFFFF_FFFF else { return value }
            values.append(value)
            return 0xFFFF_FFFF
        }
        let (size, packed, offset) = (narrow(record.size), narrow(record.packedSize), narrow(record.offset))
        let extra =
            values.isEmpty
            ? [] : Self.bytes([1, 8 * values.count], [2, 2]) + values.flatMap { Self.bytes([$0], [8]) }
        let version = values.isEmpty ? 20 : 45
        return Self.bytes([0x02014B50, 3 << 8 | version, version, 0x0800, record.method], [4, 2, 2, 2, 2])
            + Self.bytes([time.time, time.date, Int(record.crc), packed, size], [2, 2, 4, 4, 4])
            + Self.bytes([record.name.count, extra.count, 0, 0, 0], [2, 2, 2, 2, 2])
            + Self.bytes([0o100644 << 16, offset], [4, 4]) + record.name + extra
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

    /// Little-endian numbers of the given widths in bytes.
    private static func bytes(_ values: [Int], _ widths: [Int]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 * values.count)
        for (value, width) in zip(values, widths) {
            for byte in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
        }
        return bytes
    }
}
