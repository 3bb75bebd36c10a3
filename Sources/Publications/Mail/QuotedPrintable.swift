/// Text as quoted-printable, in lines of at most 76 characters (RFC 2045, section 6.7).
enum QuotedPrintable {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Takes lines that end in LF or CR LF and gives lines that end in CR LF; the last line ends as well.
    static func encode(_ text: String) -> [UInt8] {
        var encoded: [UInt8] = []
        var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines {
            encode(line: Array(line.last == 0x0D ? line.dropLast() : line[...]), into: &encoded)
            encoded += [0x0D, 0x0A]
        }
        return encoded
    }

    private static func encode(line: [UInt8], into encoded: inout [UInt8]) {
        var column = 0
        for (index, byte) in line.enumerated() {
            let isLast = index == line.count - 1
            let isBlank = byte == 0x20 || byte == 0x09
            let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || isBlank && !isLast
            // A dot or «From» at the beginning of a line is written by number, since relays take it for their own.
            let isRisky = column == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
            let piece =
                isPlain && !isRisky ? [byte] : [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            if column + piece.count > (isLast ? 76 : 75) {
                encoded += Array("=\r\n".utf8)
                column = 0
            }
            encoded += piece
            column += piece.count
        }
    }
}
