/// JSON that was read: a flat tree over the bytes, in which every container's children follow each other by `next`.
final class JSONReading {
    struct Node {
        enum Kind { case null, yes, no, number, string, escaped, object, array }

        let kind: Kind
        /// The text without quotes; of a container nothing.
        var text = 0..<0
        var key = 0..<0
        /// Where the key is written with escapes.
        var unescapedKey: String?
        var firstChild = -1
        var next = -1
    }

    private let bytes: [UInt8]
    let nodes: [Node]

    /// Throws a `DecodingError` where the bytes are not one value of JSON.
    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        var parser = JSONParser(bytes)
        nodes = try parser.nodes()
    }

    func value<Value: Decodable>(_ type: Value.Type, at node: Int) throws -> Value {
        try Value(from: JSONNodeDecoder(tree: self, node: node))
    }

    func string(_ node: Int) throws -> String {
        switch nodes[node].kind {
        case .string: return String(decoding: bytes[nodes[node].text], as: UTF8.self)
        case .escaped: return try JSONParser.unescaped(bytes, nodes[node].text)
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
        guard nodes[node].kind == .number, let number = Number(String(decoding: bytes[nodes[node].text], as: UTF8.self))
        else { throw mismatch(type, node) }
        return number
    }

    func double(_ node: Int) throws -> Double {
        guard nodes[node].kind == .number, let number = Double(String(decoding: bytes[nodes[node].text], as: UTF8.self))
        else { throw mismatch(Double.self, node) }
        return number
    }

    func key(_ node: Int) -> String {
        nodes[node].unescapedKey ?? String(decoding: bytes[nodes[node].key], as: UTF8.self)
    }

    /// Whether a member has this key.
    func has(_ node: Int, key: String) -> Bool {
        if let own = nodes[node].unescapedKey { return own == key }
        return key.utf8.count == nodes[node].key.count && key.utf8.elementsEqual(bytes[nodes[node].key])
    }

    func mismatch(_ type: Any.Type, _ node: Int) -> DecodingError {
        .typeMismatch(
            type, DecodingError.Context(codingPath: [], debugDescription: "\(type) expected as «\(key(node))»"))
    }
}
