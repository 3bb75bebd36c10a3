/// A string of PDF, with the place it was read from, which matters for the signature's own.
package struct PDFString: Sendable, Equatable {
    package let bytes: [UInt8]
    /// Where it lies in the file, with its parentheses or angle brackets; nil within an object stream.
    package let range: Range<Int>?
    package let isHexadecimal: Bool
    /// Closed, and, if hexadecimal, of nothing but digits.
    package let isClean: Bool

    package init(bytes: [UInt8], range: Range<Int>?, isHexadecimal: Bool, isClean: Bool) {
        self.bytes = bytes
        self.range = range
        self.isHexadecimal = isHexadecimal
        self.isClean = isClean
    }

    /// The beginning as a text string: UTF-16 with its mark, UTF-8 with its mark, else one character a byte (ISO 32000-2,
    /// 7.9.2.2).
    package func text(characters limit: Int) -> String {
        let bytes = Array(bytes.prefix(4 * limit + 3))
        let text: String
        if bytes.starts(with: [0xFE, 0xFF]) {
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
                UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
            }
            text = String(decoding: units, as: UTF16.self)
        } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
        } else {
            text = PDFString.latin(bytes)
        }
        return String(text.prefix(limit))
    }

    /// One character a byte, so that no two different strings of bytes become the same text.
    static func latin(_ bytes: some Collection<UInt8>) -> String {
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(Unicode.Scalar(byte)) }
        return String(text)
    }
}
