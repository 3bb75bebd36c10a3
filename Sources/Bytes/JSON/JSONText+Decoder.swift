/// Reading what JSON writes as one string, without making a string of it.
extension Decoder {
    /// What a text is read as; throws a `DecodingError` where it is none, which says what was expected.
    ///
    /// - Parameter read: nil for a text that is no such value.
    package func text<Value>(_ read: (Span<UInt8>) -> Value?, or expected: String) throws -> Value {
        if let own = self as? JSONNodeDecoder, let text = own.plainText {
            if let value = read(text.span) { return value }
        } else {
            let text = try singleValueContainer().decode(String.self)
            if let value = read(text.utf8.span) { return value }
        }
        throw DecodingError.dataCorrupted(DecodingError.Context(codingPath: codingPath, debugDescription: expected))
    }
}

extension JSONText {
    /// Makes something of a value, in the way of its own `init(from:)`; throws a `DecodingError` where the bytes are no JSON.
    package static func read<Value>(_ bytes: [UInt8], _ make: (any Decoder) throws -> Value) throws -> Value {
        try make(JSONNodeDecoder(tree: JSONReading(bytes), node: 0))
    }
}
