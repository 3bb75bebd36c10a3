import Bytes

/// A ZIP directory at the end of a file that is something else at its beginning.
enum PackedTail {
    private static let recordBytes = 22
    /// A record and the longest comment that may follow it (APPNOTE 4.4.12).
    private static let reach = recordBytes + 65_535

    /// Throws `polyglot` where ZIP readers would find a directory.
    static func refuse(in source: any ByteSource) throws {
        let start = max(0, source.count - reach)
        let tail = try source.read(at: start, count: source.count - start)
        guard tail.count >= recordBytes else { return }
        for found in tail.offsets(of: [0x50, 0x4B, 5, 6]) where found <= tail.count - recordBytes {
            if try isDirectory(tail, at: found, start: start, source: source) {
                throw ParseError(
                    .polyglot, "a file that is also a ZIP archive: a ZIP directory lies at its end", at: start + found)
            }
        }
    }

    /// Whether the record's own numbers fit: four bytes alone stand in any large picture by chance.
    private static func isDirectory(
        _ tail: [UInt8], at offset: Int, start: Int, source: any ByteSource
    ) throws -> Bool {
        func number(_ at: Int, _ width: Int) -> Int {
            (0..<width).reversed().reduce(0) { $0 << 8 | Int(tail[offset + at + $1]) }
        }
        let entries = number(10, 2)
        let size = number(12, 4)
        let isZIP64 = entries == 0xFFFF || size == 0xFFFF_FFFF || number(16, 4) == 0xFFFF_FFFF
        if isZIP64 || entries == 0 { return true }
        let directory = start + offset - size
        guard directory >= 0, size >= 46 else { return false }
        return try source.read(at: directory, count: 4) == [0x50, 0x4B, 1, 2]
    }
}
