/// JSON that was read: a flat tree over the bytes, in which every container's children follow each other by `next`.
final class JSONReading {
    struct Node {
        enum Kind { case null, yes, no, number, string, escaped, object, array }

        let kind: Kind
        /// The text without quotes; of a container nothing.
        var text: Range<Int32> = 0..<0
        var key: Range<Int32> = 0..<0
        var firstChild: Int32 = -1
        var next: Int32 = -1
    }

    private let bytes: [UInt8]
    let nodes: [Node]
    /// The keys that are written with escapes, by node.
    private let unescapedKeys: [Int: String]

    /// Throws a `DecodingError` where the bytes are not one value of JSON.
    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        var parser = JSONParser(bytes)
        nodes = try parser.nodes()
        unescapedKeys = parser.unescapedKeys
    }

    func value<Value: Decodable>(_ type: Value.Type, at node: Int) throws -> Value {
        try Value(from: JSONNodeDecoder(tree: self, node: node))
    }

    func text(_ node: Int) -> ArraySlice<UInt8> { slice(nodes[node].text) }

    private func slice(_ range: Range<Int32>) -> ArraySlice<UInt8> {
        bytes[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// The members of an object or the elements of an array.
    func children(of node: Int) -> some Sequence<Int> {
        sequence(state: Int(nodes[node].firstChild)) { [self] child in
            guard child >= 0 else { return nil }
            defer { child = Int(nodes[child].next) }
            return child
        }
    }

    func firstChild(of node: Int) -> Int? { nodes[node].firstChild < 0 ? nil : Int(nodes[node].firstChild) }

    func next(after node: Int) -> Int? { nodes[node].next < 0 ? nil : Int(nodes[node].next) }

    func string(_ node: Int) throws -> String {
        switch nodes[node].kind {
        case .string: return String(decoding: text(node), as: UTF8.self)
        case .escaped: return try JSONParser.unescaped(text(node))
        default: throw mismatch(String.self, node)
        }
    }

    func boolean(_ node: Int) throws -> Bool {
        switch nodes[node].kind {
        case .yes: return true
        case .no: return false
        default: throw mismatch(Bool.self, node)
        }
    }

    func integer<Number: FixedWidthInteger>(_ type: Number.Type, _ node: Int) throws -> Number {
        guard nodes[node].kind == .number, let number = Self.integer(type, text(node)) else {
            throw mismatch(type, node)
        }
        return number
    }

    /// Nil for what is no whole number, or one that does not fit.
    private static func integer<Number: FixedWidthInteger>(_ type: Number.Type, _ text: ArraySlice<UInt8>) -> Number? {
        let isNegative = text.first == UInt8(ascii: "-")
        let digits = isNegative ? text.dropFirst() : text
        guard !digits.isEmpty else { return nil }
        var number: Number = 0
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            let (tens, first) = number.multipliedReportingOverflow(by: 10)
            let digit = Number(truncatingIfNeeded: byte - UInt8(ascii: "0"))
            let (sum, second) =
                isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            guard !first, !second else { return nil }
            number = sum
        }
        return number
    }

    func double(_ node: Int) throws -> Double {
        guard nodes[node].kind == .number, let number = Double(String(decoding: text(node), as: UTF8.self))
        else { throw mismatch(Double.self, node) }
        return number
    }

    func key(_ node: Int) -> String {
        unescapedKeys[node] ?? String(decoding: slice(nodes[node].key), as: UTF8.self)
    }

    /// Whether a member has this key.
    func has(_ node: Int, key: String) -> Bool {
        if let own = unescapedKeys[node] { return own == key }
        let own = nodes[node].key
        guard key.utf8.count == own.count else { return false }
        let wanted = key.utf8.span
        return wanted.indices.allSatisfy { wanted[$0] == bytes[Int(own.lowerBound) + $0] }
    }

    func mismatch(_ type: Any.Type, _ node: Int) -> DecodingError {
        .typeMismatch(
            type, DecodingError.Context(codingPath: [], debugDescription: "\(type) expected as «\(key(node))»"))
    }
}
