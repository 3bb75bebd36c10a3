import Bytes

/// What a form must be written in: UTF-8, with or without a byte order mark, and said to be so where anything is said.
enum XMLEncoding {
    /// Throws a `ParseError` with code `empty`, `type` where the bytes are no XML at all, or `encoding`.
    static func check(_ bytes: [UInt8]) throws(ParseError) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(4).contains(0) {
            let isText = bytes.prefix(64).contains(UInt8(ascii: "<"))
            throw ParseError(
                isText ? .encoding : .type, "UTF-8 expected; the document begins as UTF-16, UTF-32 or no text")
        }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let first = bytes[start...].first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
            throw ParseError(.empty, "the document holds nothing")
        }
        // UTF-7 writes a markup character as +ADw-.
        if bytes[start...].starts(with: Array("+ADw".utf8)) {
            throw ParseError(.encoding, "UTF-8 expected, UTF-7 found")
        }
        guard first == UInt8(ascii: "<") else { throw ParseError(.type, "the bytes are no XML document") }
        if let position = invalidUTF8(bytes) {
            let line = bytes[..<position].count { $0 == UInt8(ascii: "\n") } + 1
            throw ParseError(.encoding, "bytes that are not UTF-8", at: position, line: line)
        }
        if let declared = declaredEncoding(bytes[start...]), !["utf-8", "utf8"].contains(declared.lowercased()) {
            throw ParseError(.encoding, "UTF-8 expected; the document declares another encoding", line: 1)
        }
    }

    /// What the XML declaration names between quotes behind `encoding`; nil where it names none (XML 1.0, 4.3.3).
    private static func declaredEncoding(_ bytes: ArraySlice<UInt8>) -> String? {
        guard bytes.starts(with: Array("<?xml".utf8)) else { return nil }
        let head = bytes.prefix(400).prefix { $0 != UInt8(ascii: ">") }
        guard let name = head.firstOffset(of: Array("encoding".utf8)) else { return nil }
        let isSpace = { (byte: UInt8) in [0x09, 0x0A, 0x0D, 0x20].contains(byte) }
        var rest = head[(name + 8)...].drop(while: isSpace)
        guard rest.popFirst() == UInt8(ascii: "=") else { return nil }
        rest = rest.drop(while: isSpace)
        guard let quote = rest.popFirst(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let end = rest.firstIndex(of: quote)
        else { return nil }
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    /// Where the first byte stands that does not belong to well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
    private static func invalidUTF8(_ bytes: [UInt8]) -> Int? {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                while index + 8 <= bytes.count, isASCII(bytes, eightFrom: index) { index += 8 }
                continue
            }
            let (count, low, high): (Int, UInt8, UInt8) =
                switch byte {
                case 0xC2...0xDF: (1, 0x80, 0xBF)
                case 0xE0: (2, 0xA0, 0xBF)
                case 0xED: (2, 0x80, 0x9F)
                case 0xE1...0xEF: (2, 0x80, 0xBF)
                case 0xF0: (3, 0x90, 0xBF)
                case 0xF1...0xF3: (3, 0x80, 0xBF)
                case 0xF4: (3, 0x80, 0x8F)
                default: (0, 0, 0)
                }
            guard count > 0, index + count < bytes.count, (low...high).contains(bytes[index + 1]) else { return index }
            for offset in 2..<max(2, count + 1) where !(0x80...0xBF).contains(bytes[index + offset]) { return index }
            index += count + 1
        }
        return nil
    }

    private static func isASCII(_ bytes: [UInt8], eightFrom index: Int) -> Bool {
        unsafe bytes.withUnsafeBytes {
            unsafe $0.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        }
    }
}
