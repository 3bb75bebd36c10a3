/// Bytes as base64 text (RFC 4648, section 4), read as strictly as signatures and attachments deserve.
package enum Base64 {
    static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Padded, in one line.
    package static func encode(_ bytes: [UInt8]) -> String {
        let alphabet = alphabet
        let text = [UInt8](capacity: (bytes.count + 2) / 3 * 4) { text in
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
        var decoder = Base64Decoder()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        try decoder.take(text, into: &bytes)
        try decoder.finish(into: &bytes)
        return bytes
    }
}
