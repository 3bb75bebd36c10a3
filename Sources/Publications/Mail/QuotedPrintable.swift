/// Text as quoted-printable, in lines of at most 76 characters (RFC 2045, section 6.7).
enum QuotedPrintable {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Takes lines that end in LF or CR LF and gives lines that end in CR LF; the last line ends as well.
    static func encode(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var encoded: [UInt8] = []
        // Vietnamese letters beyond ASCII take six or nine characters.
        encoded.reserveCapacity(2 * bytes.count)
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let hasReturn = end > start && bytes[end - 1] == 0x0D
            encode(bytes, start..<(hasReturn ? end - 1 : end), into: &encoded)
            encoded.append(0x0D)
            encoded.append(0x0A)
            start = end + 1
        }
        return encoded
    }

    private static func encode(_ bytes: [UInt8], _ line: Range<Int>, into encoded: inout [UInt8]) {
        var column = 0
        for index in line {
            let byte = bytes[index]
            let isLast = index == line.upperBound - 1
            let isBlank = byte == 0x20 || byte == 0x09
            let isPlain = byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "=") || isBlank && !isLast
            // A dot or «From» at the beginning of a line is written by number, since relays take it for their own.
            let isRisky = column == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
            let width = isPlain && !isRisky ? 1 : 3
            if column + width > (isLast ? 76 : 75) {
                encoded.append(UInt8(ascii: "="))
                encoded.append(0x0D)
                encoded.append(0x0A)
                column = 0
            }
            if width == 1 {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "="))
                encoded.append(digits[Int(byte >> 4)])
                encoded.append(digits[Int(byte & 15)])
            }
            column += width
        }
    }
}
