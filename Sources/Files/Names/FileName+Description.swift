extension FileName: CustomStringConvertible {
    /// The name for people and logs, on one line and with nothing that moves the cursor or turns the text round (FS6, OP5).
    ///
    /// Each byte of an invalid sequence, and of a character that is not visible, stands as `\xNN`; a backslash stands as `\\`,
    /// so that no two names look alike.
    package var description: String {
        if bytes.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\\") }) {
            return String(decoding: bytes, as: UTF8.self)
        }
        var text = ""
        var rest = bytes[...]
        while let first = rest.first {
            guard let (scalar, length) = Self.scalar(at: rest) else {
                text += Self.escaped([first])
                rest = rest.dropFirst()
                continue
            }
            if scalar == "\\" {
                text += "\\\\"
            } else if Self.isVisible(scalar) {
                text.unicodeScalars.append(scalar)
            } else {
                text += Self.escaped(rest.prefix(length))
            }
            rest = rest.dropFirst(length)
        }
        return text
    }

    /// The valid UTF-8 character that the bytes begin with, and how many bytes it takes.
    private static func scalar(at bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
        guard let first = bytes.first else { return nil }
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard bytes.count >= length,
            let text = String(validating: bytes.prefix(length), as: UTF8.self),
            let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1
        else { return nil }
        return (scalar, length)
    }

    /// Whether a character shows itself, and only itself, in a line of text.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == " " { return true }
        return switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            false
        default: !scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    private static func escaped(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        var text = ""
        for byte in bytes {
            text += "\\x"
            text.unicodeScalars.append(digits[Int(byte >> 4)])
            text.unicodeScalars.append(digits[Int(byte & 15)])
        }
        return text
    }
}
