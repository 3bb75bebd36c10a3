private import Bytes

/// Text of a header as encoded words, folded to lines of at most 76 characters (RFC 2047).
///
/// Everything that is not plain printable ASCII is written in base64, so no character of the text can end the header.
enum EncodedWord {
    /// A fold: the header goes on in the next line.
    static let fold = "\r\n "

    /// Writes the text after `column` characters that stand before it.
    static func append(_ text: String, column: Int, to header: inout [UInt8]) {
        let shown = ShownText.line(text)
        if isPlain(shown), column + shown.utf8.count <= 76 {
            header += shown.utf8
        } else {
            encode(Array(shown.utf8), column: column, to: &header)
        }
    }

    /// Writes a name, not blank, that stands before an address: plain words as they are, anything else encoded.
    static func append(phrase text: String, column: Int, to header: inout [UInt8]) {
        if column + text.utf8.count <= 76, !text.hasByte(where: isSyntax) {
            header += text.utf8
        } else {
            encode(Array(ShownText.line(text).utf8), column: column, to: &header)
        }
    }

    private static func encode(_ bytes: [UInt8], column: Int, to header: inout [UInt8]) {
        var start = 0
        repeat {
            if start > 0 { header += fold.utf8 }
            var end = min(start + capacity(column: start == 0 ? column : 1), bytes.count)
            // A word holds whole characters (RFC 2047, 5).
            while end < bytes.count, UTF8.isContinuation(bytes[end]) { end -= 1 }
            header += "=?utf-8?B?".utf8
            header += Base64.encode(Array(bytes[start..<end])).utf8
            header += "?=".utf8
            start = end
        } while start < bytes.count
    }

    /// Bytes before base64 that fit on a line after `column` characters: `=?utf-8?B?` and `?=` take twelve.
    private static func capacity(column: Int) -> Int { max(4, (76 - column - 12) / 4 * 3) }

    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && !text.hasByte(where: { !(0x20...0x7E).contains($0) }) && !text.contains("=?")
            && !text.hasPrefix(" ") && !text.hasSuffix(" ")
    }

    /// Printable ASCII with marks such as «<» would be syntax before an address, so it is encoded as well.
    private static func isSyntax(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "-"):
            false
        default: true
        }
    }
}
