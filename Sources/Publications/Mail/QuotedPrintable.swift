private import Bytes

/// Text as quoted-printable, in lines of at most 76 characters (RFC 2045, section 6.7).
enum QuotedPrintable {
    /// Takes lines that end in LF or CR LF and gives lines that end in CR LF; the last line ends as well.
    static func encode(_ text: [UInt8]) -> [UInt8] {
        // Three characters at most for each byte, three for each line of ours that goes on, of 73 at least, and a last end.
        [UInt8](capacity: 3 * text.count + 3 * text.count / 24 + 8) { encoded in
            var start = 0
            while start < text.count {
                let end = text[start...].firstOffset(of: [0x0A]) ?? text.count
                let hasReturn = end > start && text[end - 1] == 0x0D
                encode(text.span.extracting(start..<(hasReturn ? end - 1 : end)), into: &encoded)
                encoded.append(0x0D)
                encoded.append(0x0A)
                start = end + 1
            }
        }
    }

    /// Writes one line, without its end.
    private static func encode(_ line: Span<UInt8>, into encoded: inout OutputSpan<UInt8>) {
        let last = line.count - 1
        var column = 0
        var index = 0
        while index < line.count {
            if column > 0 || mayBegin(line[index]) {
                // What stands as it is goes on to the last column of a line of ours, and not to the end of this one.
                let start = index
                let end = min(index + 75 - column, last)
                while index < end, isPlain(line[index]) {
                    encoded.append(line[index])
                    index += 1
                }
                column += index - start
            }
            defer { index += 1 }
            let byte = line[index]
            let isLast = index == last
            // A blank at the end of a line would be lost.
            let isPlain = isPlain(byte) && (column > 0 || mayBegin(byte)) && !(isLast && byte <= 0x20)
            // The last column is for the mark of a line that goes on, except at the line's own end.
            if column + (isPlain ? 1 : 3) > (isLast ? 76 : 75) {
                encoded.append(UInt8(ascii: "="))
                encoded.append(0x0D)
                encoded.append(0x0A)
                column = 0
            }
            if isPlain, column > 0 || mayBegin(byte) {
                encoded.append(byte)
                column += 1
            } else {
                encoded.append(UInt8(ascii: "="))
                encoded.append(digit(byte >> 4))
                encoded.append(digit(byte & 15))
                column += 3
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    /// Whether a byte may stand as it is within a line.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "=") || byte == 0x09
    }

    /// A dot or «From» at the beginning of a line is written by number, since relays take it for their own.
    private static func mayBegin(_ byte: UInt8) -> Bool { byte != UInt8(ascii: ".") && byte != UInt8(ascii: "F") }
}
