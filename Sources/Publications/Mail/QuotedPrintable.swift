/// Text as quoted-printable, in lines of at most 76 characters (RFC 2045, section 6.7).
enum QuotedPrintable {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Takes lines that end in LF or CR LF and gives lines that end in CR LF; the last line ends as well.
    static func encode(_ text: [UInt8]) -> [UInt8] {
        var encoded: [UInt8] = []
        // Vietnamese letters beyond ASCII take six or nine characters.
        encoded.reserveCapacity(2 * text.count)
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A) ?? text.count
            let hasReturn = end > start && text[end - 1] == 0x0D
            encode(text, start..<(hasReturn ? end - 1 : end), into: &encoded)
            encoded.append(0x0D)
            encoded.append(0x0A)
            start = end + 1
        }
        return encoded
    }

    private static func encode(_ text: [UInt8], _ line: Range<Int>, into encoded: inout [UInt8]) {
        var column = 0
        var index = line.lowerBound
        while index < line.upperBound {
            let isLast = index == line.upperBound - 1
            let run = plainRun(text, index..<line.upperBound, column: column)
            let width = run > 0 ? 1 : 3
            if column + width > (isLast ? 76 : 75) {
                encoded.append(UInt8(ascii: "="))
                encoded.append(0x0D)
                encoded.append(0x0A)
                column = 0
                continue
            }
            if run > 0 {
                // The last column is for the mark of a line that goes on, except at the line's own end.
                let count = min(run, max(75 - column, 1))
                encoded += text[index..<index + count]
                column += count
                index += count
            } else {
                encoded.append(UInt8(ascii: "="))
                encoded.append(digits[Int(text[index] >> 4)])
                encoded.append(digits[Int(text[index] & 15)])
                column += 3
                index += 1
            }
        }
    }

    /// How many bytes may stand as they are, a line of ours at most.
    private static func plainRun(_ text: [UInt8], _ line: Range<Int>, column: Int) -> Int {
        // A dot or «From» at the beginning of a line is written by number, since relays take it for their own.
        let first = text[line.lowerBound]
        if column == 0, first == UInt8(ascii: ".") || first == UInt8(ascii: "F") { return 0 }
        let most = min(line.upperBound, line.lowerBound + 76)
        var end = line.lowerBound
        while end < most, isPlain(text[end]) { end += 1 }
        // A blank at the end of a line would be lost.
        if end == line.upperBound, end > line.lowerBound, text[end - 1] <= 0x20 { end -= 1 }
        return end - line.lowerBound
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "=") || byte == 0x09
    }
}
