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
