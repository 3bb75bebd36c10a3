/// Bytes as base64 text (RFC 4648, section 4), read as strictly as signatures and attachments deserve.
package enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let space: UInt8 = 0xFE
    private static let foreign: UInt8 = 0xFF

    /// The value of each character; `space` for XML white space, `foreign` for all that does not belong.
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: foreign, count: 256)
        for (value, character) in alphabet.enumerated() { table[Int(character)] = UInt8(value) }
        for character in [0x20, 0x09, 0x0A, 0x0D] { table[character] = space }
        return table
    }()

    /// Padded, in one line.
    package static func encode(_ bytes: [UInt8]) -> String {
        let alphabet = alphabet
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let left = bytes.count - index
            let second = left > 1 ? bytes[index + 1] : 0
            let third = left > 2 ? bytes[index + 2] : 0
            let group = UInt32(bytes[index]) << 16 | UInt32(second) << 8 | UInt32(third)
            text.append(alphabet[Int(group >> 18)])
            text.append(alphabet[Int(group >> 12 & 63)])
            text.append(left > 1 ? alphabet[Int(group >> 6 & 63)] : UInt8(ascii: "="))
            text.append(left > 2 ? alphabet[Int(group & 63)] : UInt8(ascii: "="))
            index += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads padded text, skipping XML white space anywhere.
    ///
    /// Throws a `ParseError` with code `schema` for any other character, missing or needless padding, anything after the
    /// padding, and left-over bits that are not 0.
    package static func decode(_ text: String) throws(ParseError) -> [UInt8] { try decode(Array(text.utf8)) }

    /// Reads padded text, as above.
    package static func decode(_ text: [UInt8]) throws(ParseError) -> [UInt8] {
        let values = values
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var group: UInt32 = 0
        var digits = 0
        var padding = 0
        var offset = 0
        while offset < text.count {
            // Nearly all of a text is whole groups without white space.
            if digits == 0, padding == 0, offset + 4 <= text.count {
                let first = UInt32(values[Int(text[offset])]), second = UInt32(values[Int(text[offset + 1])])
                let third = UInt32(values[Int(text[offset + 2])]), fourth = UInt32(values[Int(text[offset + 3])])
                if first | second | third | fourth < 64 {
                    let whole = first << 18 | second << 12 | third << 6 | fourth
                    bytes.append(UInt8(truncatingIfNeeded: whole >> 16))
                    bytes.append(UInt8(truncatingIfNeeded: whole >> 8))
                    bytes.append(UInt8(truncatingIfNeeded: whole))
                    offset += 4
                    continue
                }
            }
            let value = values[Int(text[offset])]
            if value < 64 {
                guard padding == 0 else { throw ParseError(.schema, "base64 goes on after its padding", at: offset) }
                group = group << 6 | UInt32(value)
                digits += 1
                if digits == 4 {
                    bytes.append(UInt8(truncatingIfNeeded: group >> 16))
                    bytes.append(UInt8(truncatingIfNeeded: group >> 8))
                    bytes.append(UInt8(truncatingIfNeeded: group))
                    (group, digits) = (0, 0)
                }
            } else if text[offset] == UInt8(ascii: "=") {
                padding += 1
                guard digits >= 2, digits + padding <= 4 else {
                    throw ParseError(.schema, "base64 padding stands where none belongs", at: offset)
                }
            } else if value == foreign {
                throw ParseError(.schema, "base64 expected, byte \(text[offset]) found", at: offset)
            }
            offset += 1
        }
        try finish(group, digits: digits, padding: padding, at: text.count, into: &bytes)
        return bytes
    }

    /// Takes the last group, of two or three digits where it is padded.
    private static func finish(
        _ group: UInt32, digits: Int, padding: Int, at offset: Int, into bytes: inout [UInt8]
    ) throws(ParseError) {
        guard digits > 0 else { return }
        guard digits + padding == 4 else { throw ParseError(.schema, "base64 ends within a group of four", at: offset) }
        let leftOver: UInt32 = digits == 2 ? 15 : 3
        guard group & leftOver == 0 else { throw ParseError(.schema, "base64 ends in bits that are not 0", at: offset) }
        if digits == 2 {
            bytes.append(UInt8(truncatingIfNeeded: group >> 4))
        } else {
            bytes.append(UInt8(truncatingIfNeeded: group >> 10))
            bytes.append(UInt8(truncatingIfNeeded: group >> 2))
        }
    }
}
