/// The place of one value in what is written.
struct JSONNodeEncoder: Encoder {
    let writing: JSONWriting
    /// How many objects and arrays are around it.
    let depth: Int
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(writing: JSONWriting) {
        self.writing = writing
        depth = writing.depth
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        writing.begin(at: depth, asArray: false)
        return KeyedEncodingContainer(JSONMembers<Key>(writing: writing, depth: depth + 1))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        writing.begin(at: depth, asArray: true)
        return JSONElements(writing: writing, depth: depth + 1)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { JSONSingle(writing: writing) }
}

/// The members of an object.
private struct JSONMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writing: JSONWriting
    let depth: Int
    var codingPath: [any CodingKey] { [] }

    /// What is written next is the member's value.
    private func member(_ key: some CodingKey) -> JSONWriting {
        writing.add(to: depth, key: key.stringValue)
        return writing
    }

    mutating func encodeNil(forKey key: Key) { member(key).set("null") }
    mutating func encode(_ value: Bool, forKey key: Key) { member(key).set(value ? "true" : "false") }
    mutating func encode(_ value: String, forKey key: Key) { member(key).quote(value) }
    mutating func encode(_ value: Int, forKey key: Key) { member(key).set(value) }
    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws { try member(key).write(value) }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        JSONNodeEncoder(writing: member(key)).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        JSONNodeEncoder(writing: member(key)).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        JSONNodeEncoder(writing: member(JSONKey(stringValue: "super")))
    }

    mutating func superEncoder(forKey key: Key) -> any Encoder { JSONNodeEncoder(writing: member(key)) }
}

/// The elements of an array.
private struct JSONElements: UnkeyedEncodingContainer {
    let writing: JSONWriting
    let depth: Int
    var codingPath: [any CodingKey] { [] }
    var count: Int { writing.count(at: depth) }

    /// What is written next is the element.
    private func element() -> JSONWriting {
        writing.add(to: depth, key: nil)
        return writing
    }

    mutating func encodeNil() { element().set("null") }
    mutating func encode(_ value: Bool) { element().set(value ? "true" : "false") }
    mutating func encode(_ value: String) { element().quote(value) }
    mutating func encode(_ value: Int) { element().set(value) }
    mutating func encode<T: Encodable>(_ value: T) throws { try element().write(value) }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        JSONNodeEncoder(writing: element()).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        JSONNodeEncoder(writing: element()).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { JSONNodeEncoder(writing: element()) }
}

/// A value that is neither object nor array.
private struct JSONSingle: SingleValueEncodingContainer {
    let writing: JSONWriting
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() { writing.set("null") }
    mutating func encode(_ value: Bool) { writing.set(value ? "true" : "false") }
    mutating func encode(_ value: String) { writing.quote(value) }
    mutating func encode(_ value: Float) throws { try encode(Double(value)) }
    mutating func encode(_ value: Int) { writing.set(value) }
    mutating func encode(_ value: Int8) { writing.set(String(value)) }
    mutating func encode(_ value: Int16) { writing.set(String(value)) }
    mutating func encode(_ value: Int32) { writing.set(String(value)) }
    mutating func encode(_ value: Int64) { writing.set(String(value)) }
    mutating func encode(_ value: UInt) { writing.set(String(value)) }
    mutating func encode(_ value: UInt8) { writing.set(String(value)) }
    mutating func encode(_ value: UInt16) { writing.set(String(value)) }
    mutating func encode(_ value: UInt32) { writing.set(String(value)) }
    mutating func encode(_ value: UInt64) { writing.set(String(value)) }
    mutating func encode<T: Encodable>(_ value: T) throws { try writing.write(value) }

    mutating func encode(_ value: Double) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(
                value, EncodingError.Context(codingPath: [], debugDescription: "JSON has no number for \(value)"))
        }
        let text = value.description
        writing.set(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
}
