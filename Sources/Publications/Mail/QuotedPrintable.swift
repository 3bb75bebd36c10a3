/// Text as quoted-printable, in lines of at most 76 characters (RFC 2045, section 6.7).
enum QuotedPrintable {
    /// Takes lines that end in LF or CR LF and gives lines that end in CR LF; the last line ends as well.
    static func encode(_ text: [UInt8]) -> [UInt8] {
        // Three characters at most for each byte, three for each line of ours that goes on, of 73 at least, and a last end.
        var encoded = [UInt8](repeating: 0, count: 3 * text.count + 3 * text.count / 24 + 8)
        var target = encoded.mutableSpan
        var count = 0
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A) ?? text.count
            let hasReturn = end > start && text[end - 1] == 0x0D
            count = encode(text.span.extracting(start..<(hasReturn ? end - 1 : end)), into: &target, at: count)
            target[count] = 0x0D
            target[count + 1] = 0x0A
            count += 2
            start = end + 1
        }
        encoded.removeLast(encoded.count - count)
        return encoded
    }

    /// Writes one line, without its end, and says where what is written ends.
    private static func encode(_ line: Span<UInt8>, into target: inout MutableSpan<UInt8>, at start: Int) -> Int {
        var count = start
        var column = 0
        var index = 0
        let last = line.count - 1
        while index <= last {
            // Most of a line is neither its beginning nor its end, and needs no number.
            while column > 0, column < 75, index < last, isPlain(line[index]) {
                target[count] = line[index]
                count += 1
                column += 1
                index += 1
            }
            let byte = line[index]
            let isLast = index == last
            let isPlain = isPlain(byte, beginsLine: column == 0, endsLine: isLast)
            // The last column is for the mark of a line that goes on, except at the line's own end.
            if column + (isPlain ? 1 : 3) > (isLast ? 76 : 75) {
                target[count] = UInt8(ascii: "=")
                target[count + 1] = 0x0D
                target[count + 2] = 0x0A
                count += 3
                column = 0
                continue
            }
            if isPlain {
                target[count] = byte
                count += 1
                column += 1
            } else {
                target[count] = UInt8(ascii: "=")
                target[count + 1] = digit(byte >> 4)
                target[count + 2] = digit(byte & 15)
                count += 3
                column += 3
            }
            index += 1
        }
        return count
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    /// Whether a byte may stand as it is, but for the ends of a line.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "=") || byte == 0x09
    }

    private static func isPlain(_ byte: UInt8, beginsLine: Bool, endsLine: Bool) -> Bool {
        guard isPlain(byte) else { return false }
        // A dot or «From» at the beginning of a line is written by number, since relays take it for their own.
        if beginsLine, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F") { return false }
        // A blank at the end of a line would be lost.
        return !(endsLine && byte <= 0x20)
    }
}
