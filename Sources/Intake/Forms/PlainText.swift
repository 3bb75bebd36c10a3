package import Bytes

/// Text from a form that shows as what it is.
package enum PlainText {
    /// Refuses characters that make text look other than it reads: controls, bidirectional overrides, zero-width ones.
    ///
    /// Throws a `ParseError` with code `text`.
    package static func checked(_ text: String, line: Int) throws(ParseError) -> String {
        for scalar in text.unicodeScalars where misleads(scalar) {
            throw ParseError(
                .text, "character U+\(String(scalar.value, radix: 16, uppercase: true)) is not accepted in text",
                line: line)
        }
        return text
    }

    /// Whether no text of a document can mislead, as far as a quick look tells: where it may, each is looked at by itself.
    ///
    /// - Parameter document: its bytes, which are UTF-8.
    static func isAll(of document: [UInt8]) -> Bool {
        let bytes = document.span
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            // Nearly all.
            if byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "&") { continue }
            let next = index < bytes.count ? bytes[index] : 0
            switch byte {
            case 0x09, 0x0A, 0x0D: continue
            case 0x00...0x1F, 0x7F: return false
            // A reference to a character by its number.
            case UInt8(ascii: "&"): if next == UInt8(ascii: "#") { return false }
            // With these begin all beyond ASCII that mislead, and a few that do not.
            case 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: return false
            case 0xE1: if next == 0xA0 { return false }
            default: continue
            }
        }
        return true
    }

    /// ZERO WIDTH JOINER and NON-JOINER are left out of no language that our forms are written in, so they count too.
    package static func misleads(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF, 0x061C, 0x180E: true
        case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }
}
