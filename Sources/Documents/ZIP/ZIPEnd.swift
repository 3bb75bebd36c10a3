import Bytes

/// The end of an archive: where its central directory lies, by PKWARE's APPNOTE 4.3.14 to 4.3.16.
struct ZIPEnd {
    let entries: Int
    let directoryOffset: Int
    let directorySize: Int

    private static let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    private static let recordSize = 22
    /// How far before the end of the file the record may begin: its comment has at most 65,535 bytes.
    static let reach = recordSize + 65_535

    /// Finds the record that ends the file exactly, with its comment.
    ///
    /// Throws a `ParseError`: `empty`, `type` where the file is no ZIP at all, `truncated`, or `malformed` where bytes follow.
    init(_ source: any ByteSource) throws {
        guard source.count > 0 else { throw ParseError(.empty, "the archive holds nothing") }
        let head = try source.read(at: 0, count: min(4, source.count))
        let startsAsZIP = head.starts(with: [0x50, 0x4B])
        guard startsAsZIP else {
            throw ParseError(.type, "the file is named as a ZIP and is none")
        }
        guard source.count >= Self.recordSize else { throw ParseError(.truncated, "the archive's end is missing") }
        let reach = min(source.count, Self.reach)
        let tailStart = source.count - reach
        let tail = try source.read(at: tailStart, count: reach)
        let found = tail.offsets(of: Self.signature).reversed().drop { $0 > tail.count - Self.recordSize }
        // An archive within a stored file has an end record of its own, which is no matter; but one that stands after the
        // real one, or that ends the file as well, is a second reading of the same bytes (ZP8).
        let ends = found.filter { $0 + Self.recordSize + Self.word(tail, $0 + 20) == tail.count }
        guard let record = ends.first else {
            guard let last = found.first else { throw ParseError(.truncated, "the archive's end is missing") }
            throw ParseError(.malformed, "bytes follow the archive's end", at: tailStart + last)
        }
        guard ends.count == 1, found.first == record else {
            throw ParseError(.malformed, "the archive has more than one end record", at: tailStart + record)
        }
        let disks = (Self.word(tail, record + 4), Self.word(tail, record + 6))
        var total = Self.word(tail, record + 10)
        var here = Self.word(tail, record + 8)
        var size = Self.long(tail, record + 12)
        var offset = Self.long(tail, record + 16)
        var end = tailStart + record
        if total == 0xFFFF || here == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
            (here, total, size, offset, end) = try Self.wide(source, before: end)
        }
        guard disks == (0, 0) || disks == (0xFFFF, 0xFFFF), here == total else {
            throw ParseError(.method, "the archive is in several parts")
        }
        let (directoryEnd, overflow) = offset.addingReportingOverflow(size)
        guard !overflow, offset >= 0, size >= 0, directoryEnd == end else {
            throw ParseError(
                directoryEnd < end && !overflow ? .malformed : .mismatch,
                "the central directory does not end where the end record begins", at: end)
        }
        entries = total
        directoryOffset = offset
        directorySize = size
    }

    /// The zip64 record, found by its locator (APPNOTE 4.3.14, 4.3.15).
    private static func wide(_ source: any ByteSource, before end: Int) throws -> (Int, Int, Int, Int, Int) {
        guard end >= 20 + 56 else { throw ParseError(.malformed, "zip64 sizes without a zip64 end record", at: end) }
        let locator = try source.read(at: end - 20, count: 20)
        guard locator.starts(with: [0x50, 0x4B, 0x06, 0x07]), let at = Int(exactly: quad(locator, 8)), at >= 0,
            at <= end - 20 - 56
        else { throw ParseError(.malformed, "zip64 sizes without a zip64 locator", at: end - 20) }
        let record = try source.read(at: at, count: 56)
        guard record.starts(with: [0x50, 0x4B, 0x06, 0x06]), let here = Int(exactly: quad(record, 24)),
            let total = Int(exactly: quad(record, 32)), let size = Int(exactly: quad(record, 40)),
            let offset = Int(exactly: quad(record, 48))
        else { throw ParseError(.malformed, "no zip64 end record where its locator says", at: at) }
        return (here, total, size, offset, at)
    }

    static func word(_ bytes: [UInt8], _ at: Int) -> Int { Int(bytes[at]) | Int(bytes[at + 1]) << 8 }
    static func long(_ bytes: [UInt8], _ at: Int) -> Int { word(bytes, at) | word(bytes, at + 2) << 16 }
    static func quad(_ bytes: [UInt8], _ at: Int) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(bytes[at + $1]) << UInt64(8 * $1) }
    }
}
