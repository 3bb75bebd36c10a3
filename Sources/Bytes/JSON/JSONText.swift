/// Values as JSON (RFC 8259), written straight into bytes and read straight from them.
///
/// The same value gives the same bytes: no blanks, slashes as they are, and the keys of an object in the order of their bytes.
package enum JSONText {
    /// How deep what is read may lie in itself.
    static let depth = 64

    /// Throws what the value itself throws.
    package static func bytes(of value: some Encodable) throws -> [UInt8] {
        let writing = JSONWriting()
        try writing.write(value)
        return writing.output.bytes
    }

    /// Appends the value's text; where the value throws, a part of it.
    package static func write(_ value: some Encodable, into bytes: inout [UInt8]) throws {
        var before: [UInt8] = []
        swap(&before, &bytes)
        let writing = JSONWriting(behind: consume before)
        defer { bytes = writing.output.bytes }
        try writing.write(value)
    }

    /// Reads a value; throws a `DecodingError` where the bytes are no JSON or not of that type.
    package static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        let tree = try JSONReading(bytes)
        return try tree.value(type, at: 0)
    }
}

/// A key that no type names.
struct JSONKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
