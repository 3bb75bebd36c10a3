/// The many ways in which ASN.1 writes text (ITU-T X.680, 41).
enum DERText {
    /// The text of a string element; bytes that are none of their encoding show as the replacement character.
    static func decode(_ bytes: [UInt8], tag: UInt8) -> String {
        switch tag & 0x1F {
        // TeletexString, which all the world writes as Latin-1.
        case 0x14: String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        case 0x1E: wide(bytes, width: 2)
        case 0x1C: wide(bytes, width: 4)
        default: String(decoding: bytes, as: UTF8.self)
        }
    }

    private static func wide(_ bytes: [UInt8], width: Int) -> String {
        let numbers = stride(from: 0, to: bytes.count / width * width, by: width).map { start in
            bytes[start..<start + width].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        if width == 2 { return String(decoding: numbers.map { UInt16($0) }, as: UTF16.self) }
        return String(String.UnicodeScalarView(numbers.map { Unicode.Scalar($0) ?? "\u{FFFD}" }))
    }
}
