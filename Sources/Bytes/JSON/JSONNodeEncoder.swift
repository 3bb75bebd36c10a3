/// The place of one value in what is written.
struct JSONNodeEncoder: Encoder {
    let writing: JSONWriting
    /// How many objects and arrays are around it.
    let depth: Int
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        writing.output.begin(at: depth, asArray: false)
        return KeyedEncodingContainer(JSONMembers<Key>(writing: writing, depth: depth + 1))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        writing.output.begin(at: depth, asArray: true)
        return JSONElements(writing: writing, depth: depth + 1)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { JSONSingle(writing: writing) }
}

/// The members of an object.
private struct JSONMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writing: JSONWriting
    let depth: Int
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil(forKey key: Key) { writing.output.add(to: depth, key: key.stringValue) { $0.setNull() } }
    mutating func encode(_ value: Bool, forKey key: Key) {
        writing.output.add(to: depth, key: key.stringValue) { $0.set(value) }
    }
    mutating func encode(_ value: String, forKey key: Key) {
        writing.output.add(to: depth, key: key.stringValue) { $0.quote(value) }
    }
    mutating func encode(_ value: Int, forKey key: Key) {
        writing.output.add(to: depth, key: key.stringValue) { $0.set(value) }
    }
    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        writing.output.add(to: depth, key: key.stringValue)
        try writing.write(value)
    }
    // Else each asks for the type of its optional value.
    mutating func encodeIfPresent(_ value: String?, forKey key: Key) { if let value { encode(value, forKey: key) } }
    mutating func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) }
    }

    /// The place of the member's value.
    private func member(_ key: some CodingKey) -> JSONNodeEncoder {
        writing.output.add(to: depth, key: key.stringValue)
        return JSONNodeEncoder(writing: writing, depth: depth)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        member(key).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        member(key).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        member(JSONKey(stringValue: "super"))
    }

    mutating func superEncoder(forKey key: Key) -> any Encoder { member(key) }
}

/// The elements of an array.
private struct JSONElements: UnkeyedEncodingContainer {
    let writing: JSONWriting
    let depth: Int
    var codingPath: [any CodingKey] { [] }
    var count: Int { writing.output.count(at: depth) }

    mutating func encodeNil() { writing.output.add(to: depth) { $0.setNull() } }
    mutating func encode(_ value: Bool) { writing.output.add(to: depth) { $0.set(value) } }
    mutating func encode(_ value: String) { writing.output.add(to: depth) { $0.quote(value) } }
    mutating func encode(_ value: Int) { writing.output.add(to: depth) { $0.set(value) } }
    mutating func encode<T: Encodable>(_ value: T) throws {
        writing.output.add(to: depth)
        try writing.write(value)
    }

    /// The place of the element.
    private func element() -> JSONNodeEncoder {
        writing.output.add(to: depth)
        return JSONNodeEncoder(writing: writing, depth: depth)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        element().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        element().unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { element() }
}

/// A value that is neither object nor array.
private struct JSONSingle: SingleValueEncodingContainer {
    let writing: JSONWriting
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() { writing.output.setNull() }
    mutating func encode(_ value: Bool) { writing.output.set(value) }
    mutating func encode(_ value: String) { writing.output.quote(value) }
    mutating func encode(_ value: Float) throws { try encode(Double(value)) }
    mutating func encode(_ value: Int) { writing.output.set(value) }
    mutating func encode(_ value: Int8) { writing.output.set(String(value)) }
    mutating func encode(_ value: Int16) { writing.output.set(String(value)) }
    mutating func encode(_ value: Int32) { writing.output.set(String(value)) }
    mutating func encode(_ value: Int64) { writing.output.set(String(value)) }
    mutating func encode(_ value: UInt) { writing.output.set(String(value)) }
    mutating func encode(_ value: UInt8) { writing.output.set(String(value)) }
    mutating func encode(_ value: UInt16) { writing.output.set(String(value)) }
    mutating func encode(_ value: UInt32) { writing.output.set(String(value)) }
    mutating func encode(_ value: UInt64) { writing.output.set(String(value)) }
    mutating func encode<T: Encodable>(_ value: T) throws { try writing.write(value) }

    mutating func encode(_ value: Double) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(
                value, EncodingError.Context(codingPath: [], debugDescription: "JSON has no number for \(value)"))
        }
        let text = value.description
        writing.output.set(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
}
