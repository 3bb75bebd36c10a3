import Bytes

/// A JPEG's segments, from the start-of-image to the end-of-image marker (ITU-T T.81, Annex B).
struct JPEGStructure {
    let width: Int
    let height: Int
    /// Behind the end-of-image marker.
    let end: Int

    private static let endOfImage: UInt8 = 0xD9
    private static let startOfScan: UInt8 = 0xDA

    init(_ source: any ByteSource, limits: Limits) throws {
        var window = ByteWindow(source)
        guard try window.bytes(at: 0, count: 2).elementsEqual([0xFF, 0xD8]) else {
            throw ParseError(.malformed, "a JPEG start-of-image marker expected, other bytes found", at: 0)
        }
        var offset = 2
        var frame: (width: Int, height: Int)?
        var hasScan = false
        while true {
            offset = try Self.nextMarker(from: offset, in: &window)
            guard let marker = try window.byte(at: offset + 1) else { throw Self.cut(at: offset) }
            let start = offset
            offset += 2
            switch marker {
            case Self.endOfImage:
                guard let frame, hasScan else {
                    throw ParseError(.malformed, "a frame and a scan expected before the end of the JPEG", at: start)
                }
                (width, height, end) = (frame.width, frame.height, offset)
                return
            case 0x01, 0xD0...0xD8:
                continue
            default:
                guard let length = try window.number(at: offset, width: 2) else { throw Self.cut(at: offset) }
                guard length >= 2 else {
                    throw ParseError(.malformed, "a segment of 2 bytes or more expected, \(length) found", at: offset)
                }
                guard Int(length) <= source.count - offset else { throw Self.cut(at: offset) }
                if Self.isFrame(marker) {
                    let size = try Self.size(at: offset, length: Int(length), in: &window)
                    try ImageFacts.judge(width: size.width, height: size.height, limits: limits, at: offset)
                    frame = frame ?? size
                }
                if marker == Self.startOfScan { hasScan = true }
                offset += Int(length)
            }
        }
    }

    /// SOF0 to SOF15 but DHT, JPG and DAC, which share their range.
    private static func isFrame(_ marker: UInt8) -> Bool {
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
    }

    private static func size(at offset: Int, length: Int, in window: inout ByteWindow) throws -> (
        width: Int, height: Int
    ) {
        let field = try Array(window.bytes(at: offset, count: 8))
        guard length >= 8, field.count == 8 else {
            throw ParseError(.malformed, "a frame header of 8 bytes or more expected, \(length) found", at: offset)
        }
        return (Int(field[5]) << 8 | Int(field[6]), Int(field[3]) << 8 | Int(field[4]))
    }

    /// Passes over scan data, restart markers and fill bytes: within a scan FF 00 is data (T.81, B.1.1.5).
    private static func nextMarker(from start: Int, in window: inout ByteWindow) throws -> Int {
        var offset = start
        while offset < window.count {
            let isLast = offset == window.start + window.bytes.count - 1
            if !window.holds(offset) || isLast && offset + 1 < window.count { try window.move(to: offset) }
            if let found = marker(in: window.bytes.span, from: offset - window.start) { return window.start + found }
            // The last byte is to be seen once more, with the one after it.
            let seen = window.start + window.bytes.count
            if seen >= window.count { break }
            offset = seen - 1
        }
        throw cut(at: window.count)
    }

    private static func marker(in bytes: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        let last = bytes.count - 1
        while index < last {
            if bytes[index] == 0xFF {
                let next = bytes[index + 1]
                if next != 0, next != 0xFF, next < 0xD0 || next > 0xD7 { return index }
            }
            index += 1
        }
        return nil
    }

    private static func cut(at offset: Int) -> ParseError {
        ParseError(.truncated, "a JPEG end-of-image marker expected, the file ended", at: offset)
    }
}
