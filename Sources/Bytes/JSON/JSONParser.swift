/// A walk over the bytes of JSON, which makes the nodes of a `JSONReading`.
struct JSONParser {
    private let bytes: [UInt8]
    private var list: [JSONReading.Node] = []
    private var position = 0
    /// The keys that are written with escapes, by node.
    private(set) var unescapedKeys: [Int: String] = [:]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        list.reserveCapacity(bytes.count / 12 + 1)
    }

    /// The nodes of the one value that the bytes are, itself first; throws a `DecodingError` where they are none.
    mutating func nodes() throws -> [JSONReading.Node] {
        guard bytes.count <= Int32.max else { throw malformed("\(bytes.count) bytes are too many") }
        skipBlanks()
        _ = try value(depth: 0)
        skipBlanks()
        guard position == bytes.count else { throw malformed("something follows the value") }
        return list
    }

    private func malformed(_ why: String) -> DecodingError { Self.malformed("\(why) at byte \(position)") }

    private static func malformed(_ why: String) -> DecodingError {
        .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: "no JSON: \(why)"))
    }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func value(depth: Int) throws -> Int {
        guard depth < JSONText.depth else { throw malformed("it lies more than \(JSONText.depth) deep") }
        switch byte {
        case UInt8(ascii: "{"): return try container(.object, end: UInt8(ascii: "}"), depth: depth)
        case UInt8(ascii: "["): return try container(.array, end: UInt8(ascii: "]"), depth: depth)
        case UInt8(ascii: "\""):
            let (text, isEscaped) = try quoted()
            return add(JSONReading.Node(kind: isEscaped ? .escaped : .string, text: text))
        case UInt8(ascii: "t"): return try word("true", .yes)
        case UInt8(ascii: "f"): return try word("false", .no)
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func add(_ node: JSONReading.Node) -> Int {
        list.append(node)
        return list.count - 1
    }

    private mutating func container(_ kind: JSONReading.Node.Kind, end: UInt8, depth: Int) throws -> Int {
        let node = add(JSONReading.Node(kind: kind))
        position += 1
        skipBlanks()
        if byte == end {
            position += 1
            return node
        }
        var last = -1
        while true {
            var key: (text: Range<Int32>, isEscaped: Bool)?
            if kind == .object {
                guard byte == UInt8(ascii: "\"") else { throw malformed("a key expected") }
                key = try quoted()
                skipBlanks()
                guard byte == UInt8(ascii: ":") else { throw malformed("a colon expected") }
                position += 1
                skipBlanks()
            }
            let child = try value(depth: depth + 1)
            if let key {
                list[child].key = key.text
                if key.isEscaped {
                    let text = bytes[Int(key.text.lowerBound)..<Int(key.text.upperBound)]
                    unescapedKeys[child] = try Self.unescaped(text)
                }
            }
            if last < 0 { list[node].firstChild = Int32(child) } else { list[last].next = Int32(child) }
            last = child
            skipBlanks()
            guard let byte, byte == UInt8(ascii: ",") || byte == end else {
                throw malformed("a comma or an end expected")
            }
            position += 1
            if byte == end { return node }
            skipBlanks()
        }
    }

    private mutating func word(_ word: String, _ kind: JSONReading.Node.Kind) throws -> Int {
        guard bytes[position...].starts(with: word.utf8) else { throw malformed("«\(word)» expected") }
        position += word.utf8.count
        return add(JSONReading.Node(kind: kind))
    }

    private mutating func number() throws -> Int {
        let start = position
        while let byte, Self.isOfNumber(byte) { position += 1 }
        guard position > start else { throw malformed("a value expected") }
        return add(JSONReading.Node(kind: .number, text: Int32(start)..<Int32(position)))
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    /// A string's text between its quotes.
    private mutating func quoted() throws -> (text: Range<Int32>, isEscaped: Bool) {
        position += 1
        let start = position
        var isEscaped = false
        while let byte {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return (Int32(start)..<Int32(position - 1), isEscaped)
            case UInt8(ascii: "\\"):
                isEscaped = true
                position += 2
            case 0..<0x20: throw malformed("a control character in a string")
            default: position += 1
            }
        }
        throw malformed("a string does not end")
    }

    static func unescaped(_ bytes: ArraySlice<UInt8>) throws -> String {
        var text: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "\\") else {
                text.append(bytes[index])
                index += 1
                continue
            }
            let mark = bytes[index + 1]
            index += 2
            switch mark {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(mark)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "u"): text += try scalar(bytes, at: &index).utf8
            default: throw malformed("«\\\(Unicode.Scalar(mark))» in a string")
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Four digits, or twice four for what lies beyond the first 65,536 characters.
    private static func scalar(_ bytes: ArraySlice<UInt8>, at index: inout Int) throws -> String {
        func unit() throws -> UInt16 {
            guard index + 4 <= bytes.endIndex,
                let unit = Hexadecimal.decode(String(decoding: bytes[index..<index + 4], as: UTF8.self))
            else { throw malformed("four hexadecimal digits expected") }
            index += 4
            return UInt16(unit[0]) << 8 | UInt16(unit[1])
        }
        var units = [try unit()]
        if UTF16.isLeadSurrogate(units[0]), index + 6 <= bytes.endIndex, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        {
            index += 2
            units.append(try unit())
        }
        return String(decoding: units, as: UTF16.self)
    }
}
