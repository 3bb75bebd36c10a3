/// One value's place in the tree.
struct JSONNodeEncoder: Encoder {
    let tree: JSONWriting
    let node: Int
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        tree.begin(node, asArray: false)
        return KeyedEncodingContainer(JSONMembers<Key>(tree: tree, node: node))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        tree.begin(node, asArray: true)
        return JSONElements(tree: tree, node: node)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { JSONSingle(tree: tree, node: node) }
}

/// The members of an object.
private struct JSONMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let tree: JSONWriting
    let node: Int
    var codingPath: [any CodingKey] { [] }

    private func child(_ key: some CodingKey) -> Int { tree.child(of: node, key: key.stringValue) }

    mutating func encodeNil(forKey key: Key) { tree.set(child(key), "null") }
    mutating func encode(_ value: Bool, forKey key: Key) { tree.set(child(key), value ? "true" : "false") }
    mutating func encode(_ value: String, forKey key: Key) { tree.setQuoted(child(key), value) }
    mutating func encode(_ value: Int, forKey key: Key) { tree.set(child(key), String(value)) }
    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws { try tree.write(value, into: child(key)) }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        JSONNodeEncoder(tree: tree, node: child(key)).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        JSONNodeEncoder(tree: tree, node: child(key)).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        JSONNodeEncoder(tree: tree, node: tree.child(of: node, key: "super"))
    }

    mutating func superEncoder(forKey key: Key) -> any Encoder { JSONNodeEncoder(tree: tree, node: child(key)) }
}

/// The elements of an array.
private struct JSONElements: UnkeyedEncodingContainer {
    let tree: JSONWriting
    let node: Int
    var codingPath: [any CodingKey] { [] }
    var count: Int { tree.count(of: node) }

    private func child() -> Int { tree.child(of: node, key: nil) }

    mutating func encodeNil() { tree.set(child(), "null") }
    mutating func encode(_ value: Bool) { tree.set(child(), value ? "true" : "false") }
    mutating func encode(_ value: String) { tree.setQuoted(child(), value) }
    mutating func encode(_ value: Int) { tree.set(child(), String(value)) }
    mutating func encode<T: Encodable>(_ value: T) throws { try tree.write(value, into: child()) }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        JSONNodeEncoder(tree: tree, node: child()).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        JSONNodeEncoder(tree: tree, node: child()).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { JSONNodeEncoder(tree: tree, node: child()) }
}

/// A value that is neither object nor array.
private struct JSONSingle: SingleValueEncodingContainer {
    let tree: JSONWriting
    let node: Int
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() { tree.set(node, "null") }
    mutating func encode(_ value: Bool) { tree.set(node, value ? "true" : "false") }
    mutating func encode(_ value: String) { tree.setQuoted(node, value) }
    mutating func encode(_ value: Float) throws { try encode(Double(value)) }
    mutating func encode(_ value: Int) { tree.set(node, String(value)) }
    mutating func encode(_ value: Int8) { tree.set(node, String(value)) }
    mutating func encode(_ value: Int16) { tree.set(node, String(value)) }
    mutating func encode(_ value: Int32) { tree.set(node, String(value)) }
    mutating func encode(_ value: Int64) { tree.set(node, String(value)) }
    mutating func encode(_ value: UInt) { tree.set(node, String(value)) }
    mutating func encode(_ value: UInt8) { tree.set(node, String(value)) }
    mutating func encode(_ value: UInt16) { tree.set(node, String(value)) }
    mutating func encode(_ value: UInt32) { tree.set(node, String(value)) }
    mutating func encode(_ value: UInt64) { tree.set(node, String(value)) }
    mutating func encode<T: Encodable>(_ value: T) throws { try tree.write(value, into: node) }

    mutating func encode(_ value: Double) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(
                value, EncodingError.Context(codingPath: [], debugDescription: "JSON has no number for \(value)"))
        }
        let text = value.description
        tree.set(node, text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
}
