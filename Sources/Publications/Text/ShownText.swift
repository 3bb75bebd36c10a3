private import Bytes

/// What a value from outside may show of itself in a text that people read.
///
/// Control characters, line ends and invisible characters that turn the direction of writing become a blank or a mark, so
/// that a value can neither begin a line of its own nor look like something else.
package enum ShownText {
    /// On one line, without anything that hides or turns what follows.
    package static func line(_ value: String) -> String {
        guard value.hasByte(where: mayHide),
            value.unicodeScalars.contains(where: { isBlank($0) || isHidden($0) })
        else { return value }
        var shown = String.UnicodeScalarView()
        for scalar in value.unicodeScalars {
            if isBlank(scalar) {
                shown.append(" ")
            } else if isHidden(scalar) {
                shown.append("\u{FFFD}")
            } else {
                shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// Whether a byte may be the first of a character that is a line end or hidden: none of a plain Vietnamese text is.
    static func mayHide(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x1F, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: true
        default: false
        }
    }

    /// Tabs and every kind of line end.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        (0x09...0x0D).contains(scalar.value) || scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
    }

    /// Control characters, marks that turn the direction of writing, and what has no width.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F: true
        case 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        case 0xE0000...0xE007F: true
        case 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
