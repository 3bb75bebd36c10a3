/// One value of what was read.
struct JSONNodeDecoder: Decoder {
    let tree: JSONReading
    let node: Int
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// The bytes of a string that is written without escapes; nil for anything else.
    var plainText: ArraySlice<UInt8>? { tree.nodes[node].kind == .string ? tree.text(node) : nil }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard tree.nodes[node].kind == .object else { throw tree.mismatch([String: Any].self, node) }
        return KeyedDecodingContainer(JSONReadMembers<Key>(tree: tree, node: node))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard tree.nodes[node].kind == .array else { throw tree.mismatch([Any].self, node) }
        return JSONReadElements(tree: tree, node: node)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        JSONReadSingle(tree: tree, node: node)
    }
}

private struct JSONReadMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let tree: JSONReading
    let node: Int
    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] { tree.children(of: node).compactMap { Key(stringValue: tree.key($0)) } }

    private func find(_ key: some CodingKey) -> Int? {
        let wanted = key.stringValue
        var child = tree.firstChild(of: node)
        while let next = child, !tree.has(next, key: wanted) { child = tree.next(after: next) }
        return child
    }

    private func child(_ key: some CodingKey) throws -> Int {
        guard let child = find(key) else {
            throw DecodingError.keyNotFound(
                key, DecodingError.Context(codingPath: [], debugDescription: "«\(key.stringValue)» expected"))
        }
        return child
    }

    func contains(_ key: Key) -> Bool { find(key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { tree.nodes[try child(key)].kind == .null }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
        try tree.boolean(child(key))
    }
    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        try tree.string(child(key))
    }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
        try tree.integer(type, child(key))
    }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        try tree.value(type, at: child(key))
    }

    /// The member, where it is there and not null.
    private func present(_ key: Key) -> Int? { find(key).flatMap { tree.nodes[$0].kind == .null ? nil : $0 } }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try present(key).map(tree.boolean) }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try present(key).map(tree.string) }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        try present(key).map { try tree.integer(type, $0) }
    }
    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        try present(key).map { try tree.value(type, at: $0) }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { try decoder(JSONKey(stringValue: "super")) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

    private func decoder(_ key: some CodingKey) throws -> JSONNodeDecoder {
        JSONNodeDecoder(tree: tree, node: try child(key))
    }
}

/// The elements of an array, so small that it needs no room of its own where its type is not known.
private struct JSONReadElements: UnkeyedDecodingContainer {
    let tree: JSONReading
    private let node: Int32
    private var place: Int32 = 0
    /// Below nothing behind the last one.
    private var next: Int32
    var codingPath: [any CodingKey] { [] }
    var count: Int? { tree.children(of: Int(node)).reduce(0) { count, _ in count + 1 } }
    var currentIndex: Int { Int(place) }

    init(tree: JSONReading, node: Int) {
        self.tree = tree
        self.node = Int32(node)
        next = tree.nodes[node].firstChild
    }

    var isAtEnd: Bool { child == nil }
    private var child: Int? { next < 0 ? nil : Int(next) }

    /// The next element, and goes on behind it.
    private mutating func take() throws -> Int {
        guard let child else {
            throw DecodingError.valueNotFound(
                Any.self, DecodingError.Context(codingPath: [], debugDescription: "one more element expected"))
        }
        next = tree.nodes[child].next
        place += 1
        return child
    }

    mutating func decodeNil() throws -> Bool {
        guard let child, tree.nodes[child].kind == .null else { return false }
        _ = try take()
        return true
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool {
        try tree.boolean(take())
    }

    mutating func decode(_ type: String.Type) throws -> String {
        try tree.string(take())
    }

    mutating func decode(_ type: Int.Type) throws -> Int {
        try tree.integer(type, take())
    }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        try tree.value(type, at: take())
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try decoder().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try decoder() }

    private mutating func decoder() throws -> JSONNodeDecoder {
        JSONNodeDecoder(tree: tree, node: try take())
    }
}

private struct JSONReadSingle: SingleValueDecodingContainer {
    let tree: JSONReading
    let node: Int
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { tree.nodes[node].kind == .null }
    func decode(_ type: Bool.Type) throws -> Bool { try tree.boolean(node) }
    func decode(_ type: String.Type) throws -> String { try tree.string(node) }
    func decode(_ type: Double.Type) throws -> Double { try tree.double(node) }
    func decode(_ type: Float.Type) throws -> Float { Float(try tree.double(node)) }
    func decode(_ type: Int.Type) throws -> Int { try tree.integer(type, node) }
    func decode(_ type: Int8.Type) throws -> Int8 { try tree.integer(type, node) }
    func decode(_ type: Int16.Type) throws -> Int16 { try tree.integer(type, node) }
    func decode(_ type: Int32.Type) throws -> Int32 { try tree.integer(type, node) }
    func decode(_ type: Int64.Type) throws -> Int64 { try tree.integer(type, node) }
    func decode(_ type: UInt.Type) throws -> UInt { try tree.integer(type, node) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try tree.integer(type, node) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try tree.integer(type, node) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try tree.integer(type, node) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try tree.integer(type, node) }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try tree.value(type, at: node) }
}
