/// Strings in parentheses and in hexadecimal digits (ISO 32000-1, 7.3.4).
extension PDFLexer {
    mutating func hexadecimalString() throws -> PDFString {
        let start = offset
        offset += 1
        var bytes: [UInt8] = []
        var high: UInt8?
        var isClean = true
        var isClosed = false
        while let byte = try peek(), bytes.count < stringBytes {
            offset += 1
            if byte == UInt8(ascii: ">") {
                isClosed = true
                break
            }
            guard let digit = Self.digit(byte) else {
                if !Self.isSpace(byte) { isClean = false }
                continue
            }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        if let high { bytes.append(high << 4) }
        return PDFString(
            bytes: bytes, range: isFile ? start..<offset : nil, isHexadecimal: true, isClean: isClean && isClosed)
    }

    mutating func literalString() throws -> PDFString {
        let start = offset
        offset += 1
        var bytes: [UInt8] = []
        var depth = 1
        while depth > 0, let byte = try peek(), bytes.count < stringBytes {
            offset += 1
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\\"):
                if let escaped = try escape() { bytes.append(escaped) }
                continue
            default: break
            }
            if depth > 0 { bytes.append(byte) }
        }
        return PDFString(
            bytes: bytes, range: isFile ? start..<offset : nil, isHexadecimal: false, isClean: depth == 0)
    }

    /// What follows a backslash (ISO 32000-1, table 3); nil for a continued line.
    private mutating func escape() throws -> UInt8? {
        guard let byte = try peek() else { return nil }
        offset += 1
        switch byte {
        case UInt8(ascii: "n"): return 10
        case UInt8(ascii: "r"): return 13
        case UInt8(ascii: "t"): return 9
        case UInt8(ascii: "b"): return 8
        case UInt8(ascii: "f"): return 12
        case 10: return nil
        case 13:
            if try peek() == 10 { offset += 1 }
            return nil
        case 0x30...0x37:
            var value = Int(byte) - 0x30
            for _ in 0..<2 {
                guard let next = try peek(), next >= 0x30, next <= 0x37 else { break }
                value = value * 8 + Int(next) - 0x30
                offset += 1
            }
            return UInt8(truncatingIfNeeded: value)
        default: return byte
        }
    }

    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
