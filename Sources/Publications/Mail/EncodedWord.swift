import Bytes

/// Text of a header as encoded words, folded to lines of at most 76 characters (RFC 2047).
///
/// Everything that is not plain printable ASCII is written in base64, so no character of the text can end the header.
enum EncodedWord {
    /// The lines of the text, to be joined by a fold; the first follows `column` characters that stand before it.
    static func lines(_ text: String, column: Int) -> [String] {
        let shown = ShownText.line(text)
        if isPlain(shown), column + shown.utf8.count <= 76 { return [shown] }
        let bytes = Array(shown.utf8)
        var lines: [String] = []
        var start = 0
        repeat {
            var end = min(start + capacity(column: lines.isEmpty ? column : 1), bytes.count)
            // A word holds whole characters (RFC 2047, 5).
            while end < bytes.count, UTF8.isContinuation(bytes[end]) { end -= 1 }
            lines.append(encode(Array(bytes[start..<end])))
            start = end
        } while start < bytes.count
        return lines
    }

    /// A name, not blank, that stands before an address: plain words as they are, anything else encoded.
    static func phrase(_ text: String, column: Int) -> [String] {
        let isAtoms = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        if isAtoms, column + text.utf8.count <= 76 { return [text] }
        // Printable ASCII with marks such as «<» would be syntax here, so it is encoded as well.
        return lines(text, column: column).map {
            $0.hasPrefix("=?") ? $0 : encode(Array($0.utf8))
        }
    }

    /// Bytes before base64 that fit on a line after `column` characters: `=?utf-8?B?` and `?=` take twelve.
    private static func capacity(column: Int) -> Int { max(4, (76 - column - 12) / 4 * 3) }

    private static func encode(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Base64.encode(bytes))?=" }

    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
            && !text.hasPrefix(" ") && !text.hasSuffix(" ")
    }
}
