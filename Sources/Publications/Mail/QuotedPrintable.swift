private import Bytes

/// Text as quoted-printable, in lines of at most 76 characters (RFC 2045, section 6.7).
enum QuotedPrintable {
    private static let equals = UInt8(ascii: "=")

    /// Takes lines that end in LF or CR LF and gives lines that end in CR LF; the last line ends as well.
    static func encode(_ text: [UInt8]) -> [UInt8] {
        // Three characters at most for each byte, three for each line of ours that goes on, of 73 at least, and a last end.
        var encoded = [UInt8](repeating: 0, count: 3 * text.count + 3 * text.count / 24 + 8)
        var count = 0
        var start = 0
        while start < text.count {
            let end = text[start...].firstOffset(of: [0x0A]) ?? text.count
            let hasReturn = end > start && text[end - 1] == 0x0D
            encode(text.span.extracting(start..<(hasReturn ? end - 1 : end)), into: &encoded, at: &count)
            start = end + 1
        }
        encoded.removeLast(encoded.count - count)
        return encoded
    }

    /// Writes one line with its end.
    private static func encode(_ line: Span<UInt8>, into encoded: inout [UInt8], at place: inout Int) {
        var encoded = encoded.mutableSpan
        let last = line.count - 1
        var end = place
        var begin = end
        var index = 0
        while index <= last {
            if end > begin || mayBegin(line[index]) {
                // Up to the last columns, and to the end of the line, every byte goes by its kind alone.
                while index < last, end - begin <= 72 {
                    let stop = min(last, index + 75 - (end - begin))
                    while index < stop, isPlain(line[index]) {
                        encoded[end] = line[index]
                        end += 1
                        index += 1
                    }
                    while index < last, end - begin <= 72, !isPlain(line[index]) {
                        put(number: line[index], into: &encoded, at: &end)
                        index += 1
                    }
                }
            }
            let byte = line[index]
            let isLast = index == last
            // A blank at the end of a line would be lost.
            let isPlain = isPlain(byte) && (end > begin || mayBegin(byte)) && !(isLast && byte <= 0x20)
            // The last column is for the mark of a line that goes on, except at the line's own end.
            if end - begin + (isPlain ? 1 : 3) > (isLast ? 76 : 75) {
                put(equals, 0x0D, 0x0A, into: &encoded, at: &end)
                begin = end
            }
            if isPlain, end > begin || mayBegin(byte) {
                encoded[end] = byte
                end += 1
            } else {
                put(number: byte, into: &encoded, at: &end)
            }
            index += 1
        }
        encoded[end] = 0x0D
        encoded[end + 1] = 0x0A
        place = end + 2
    }

    @inline(__always)
    private static func put(number byte: UInt8, into encoded: inout MutableSpan<UInt8>, at place: inout Int) {
        put(equals, digit(byte >> 4), digit(byte & 15), into: &encoded, at: &place)
    }

    @inline(__always)
    private static func put(
        _ first: UInt8, _ second: UInt8, _ third: UInt8, into encoded: inout MutableSpan<UInt8>, at place: inout Int
    ) {
        encoded[place] = first
        encoded[place + 1] = second
        encoded[place + 2] = third
        place += 3
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    /// Whether a byte may stand as it is within a line.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != equals || byte == 0x09
    }

    /// A dot or «From» at the beginning of a line is written by number, since relays take it for their own.
    private static func mayBegin(_ byte: UInt8) -> Bool { byte != UInt8(ascii: ".") && byte != UInt8(ascii: "F") }
}
