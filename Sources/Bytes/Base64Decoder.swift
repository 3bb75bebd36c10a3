/// Reads base64 text piece by piece, as strictly as `Base64.decode`; a copy of it goes on from where it was made.
struct Base64Decoder: Sendable {
    private static let space: UInt8 = 0xFE
    private static let foreign: UInt8 = 0xFF

    /// The value of each character; `space` for XML white space, `foreign` for all that does not belong.
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: foreign, count: 256)
        for (value, character) in Base64.alphabet.enumerated() { table[Int(character)] = UInt8(value) }
        for character in [0x20, 0x09, 0x0A, 0x0D] { table[character] = space }
        return table
    }()

    /// What was taken of a group of four.
    private var group: UInt32 = 0
    private var digits = 0
    private var padding = 0
    /// How much text was taken, for messages.
    private var taken = 0

    /// Appends what the next piece of text stands for, as far as it is whole groups.
    mutating func take(_ text: [UInt8], into bytes: inout [UInt8]) throws(ParseError) {
        let values = Self.values
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
                guard padding == 0 else {
                    throw ParseError(.schema, "base64 goes on after its padding", at: taken + offset)
                }
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
                    throw ParseError(.schema, "base64 padding stands where none belongs", at: taken + offset)
                }
            } else if value == Self.foreign {
                throw ParseError(.schema, "base64 expected, byte \(text[offset]) found", at: taken + offset)
            }
            offset += 1
        }
        taken += text.count
    }

    /// Appends the last group, of two or three digits where it is padded.
    func finish(into bytes: inout [UInt8]) throws(ParseError) {
        guard digits > 0 else { return }
        guard digits + padding == 4 else { throw ParseError(.schema, "base64 ends within a group of four", at: taken) }
        let leftOver: UInt32 = digits == 2 ? 15 : 3
        guard group & leftOver == 0 else { throw ParseError(.schema, "base64 ends in bits that are not 0", at: taken) }
        if digits == 2 {
            bytes.append(UInt8(truncatingIfNeeded: group >> 4))
        } else {
            bytes.append(UInt8(truncatingIfNeeded: group >> 10))
            bytes.append(UInt8(truncatingIfNeeded: group >> 2))
        }
    }
}
