/// A table as spreadsheets read it: UTF-8 with a byte order mark, RFC 4180, and no field that becomes a formula (CWE-1236).
package enum CSVText {
    /// What a file begins with: the byte order mark, and the names of its columns.
    package static func head(_ columns: [String]) -> [UInt8] { Array("\u{FEFF}".utf8) + line(columns) }

    package static func line(_ fields: [String]) -> [UInt8] {
        var text: [UInt8] = []
        for (index, field) in fields.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            let start = text.count
            text += field.utf8
            endField(from: start, in: &text)
        }
        text += "\r\n".utf8
        return text
    }

    /// Makes a field of what was written from a place on: what a spreadsheet would take for a formula gets an apostrophe before
    /// it, and what would end the field or the row stands in quotes.
    package static func endField(from start: Int, in text: inout [UInt8]) {
        let isRisky = start < text.count && Self.risky.contains(text[start])
        guard isRisky || needsQuotes(text.span.extracting(start..<text.count)) else { return }
        let field = (isRisky ? [UInt8(ascii: "'")] : []) + text[start...]
        text.removeSubrange(start...)
        guard needsQuotes(field.span) else {
            text += field
            return
        }
        text.append(quote)
        for byte in field {
            if byte == quote { text.append(quote) }
            text.append(byte)
        }
        text.append(quote)
    }

    private static let quote = UInt8(ascii: "\"")
    private static let risky = Array("=+-@\t\r\n".utf8)

    /// Whether a comma, a quote, or what anybody takes for the end of a line is in it.
    private static func needsQuotes(_ field: Span<UInt8>) -> Bool {
        for index in field.indices {
            switch field[index] {
            case UInt8(ascii: ","), quote, 0x0A...0x0D: return true
            // U+0085, U+2028 and U+2029 in UTF-8.
            case 0xC2 where index + 1 < field.count && field[index + 1] == 0x85: return true
            case 0xE2
            where index + 2 < field.count && field[index + 1] == 0x80 && (0xA8...0xA9).contains(field[index + 2]):
                return true
            default: break
            }
        }
        return false
    }
}
