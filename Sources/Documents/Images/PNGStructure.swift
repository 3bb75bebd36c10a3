import Bytes

/// A PNG's chunks, from IHDR to IEND, each with its checksum (ISO/IEC 15948, clause 5).
struct PNGStructure {
    let width: Int
    let height: Int
    /// Behind the IEND chunk.
    let end: Int

    private static let signatureBytes = 8
    /// Length, type and checksum of a chunk.
    private static let frameBytes = 12
    private static let step = 65_536

    init(_ source: any ByteSource, limits: Limits) throws {
        var window = ByteWindow(source)
        var offset = Self.signatureBytes
        var size: (width: Int, height: Int)?
        var hasData = false
        while true {
            guard let length = try window.number(at: offset, width: 4), source.count - offset >= Self.frameBytes else {
                throw ParseError(.truncated, "a PNG chunk IEND expected, the file ended", at: offset)
            }
            guard length <= 0x7FFF_FFFF else {
                throw ParseError(.malformed, "a chunk below 2 GiB expected, \(length) bytes found", at: offset)
            }
            let type = try String(decoding: window.bytes(at: offset + 4, count: 4), as: UTF8.self)
            if size == nil {
                guard type == "IHDR", length == 13 else {
                    throw ParseError(.malformed, "a PNG chunk IHDR of 13 bytes expected first", at: offset)
                }
            }
            guard Int(length) <= source.count - offset - Self.frameBytes else {
                throw ParseError(.truncated, "a chunk of \(length) bytes expected, the file ended", at: offset)
            }
            if size == nil {
                let header = try Array(window.bytes(at: offset + 8, count: 13))
                size = try Self.size(header, limits: limits, at: offset + 8)
            }
            try Self.check(source, chunkAt: offset, length: Int(length), in: &window)
            offset += Int(length) + Self.frameBytes
            if type == "IDAT" { hasData = true }
            if type == "IEND" { break }
        }
        guard let size, hasData else {
            throw ParseError(.malformed, "a PNG chunk IDAT expected before IEND, none found", at: offset)
        }
        (width, height, end) = (size.width, size.height, offset)
    }

    private static func size(_ header: [UInt8], limits: Limits, at offset: Int) throws(ParseError) -> (
        width: Int, height: Int
    ) {
        let width = header[0..<4].reduce(0) { $0 << 8 | Int($1) }
        let height = header[4..<8].reduce(0) { $0 << 8 | Int($1) }
        try ImageFacts.judge(width: width, height: height, limits: limits, at: offset)
        let depths: [UInt8: [UInt8]] = [0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]]
        guard depths[header[9]]?.contains(header[8]) == true, header[10] == 0, header[11] == 0, header[12] <= 1 else {
            throw ParseError(
                .malformed, "a colour type and depth of PNG expected, \(header[9]) and \(header[8]) found", at: offset)
        }
        return (width, height)
    }

    private static func check(
        _ source: any ByteSource, chunkAt offset: Int, length: Int, in window: inout ByteWindow
    ) throws {
        var checksum = CRC32()
        var at = offset + 4
        let end = offset + 8 + length
        while at < end {
            let bytes = try window.bytes(at: at, count: min(step, end - at))
            checksum.update(bytes.span)
            at += bytes.count
        }
        let declared = try window.number(at: end, width: 4)
        guard declared == UInt64(checksum.value) else {
            throw ParseError(.corrupt, "the checksum of a PNG chunk does not match its bytes", at: offset)
        }
    }
}
