import Bytes
import Foundation
import Testing

@Suite("JSON of our own") struct JSONTextTests {
    private enum Shape: Codable, Equatable {
        case dot
        case named(name: String, of: [Int])
        case other(Inner)
    }

    private struct Inner: Codable, Equatable {
        var zebra = 1
        var apple: String?
        var list = [true, false]
        var nested: [[Int]] = [[], [1, 2]]
        var words = ["b": 1, "a": -2]
        var small: UInt8 = 255
        var share = 0.25
        var whole = 3.0
    }

    private struct Nothing: Codable, Equatable {}

    private struct Value: Codable, Equatable {
        var text = "Trần Thị Bình / \"x\" \\ \u{8}\u{c}\n\r\t\u{1}\u{1f}\u{7f} 😀"
        var shapes: [Shape] = [.dot, .named(name: "", of: [1, -2, .max]), .other(Inner(apple: "é"))]
        var nothing = Nothing()
        var absent: Int?
    }

    @Test("The bytes are those of Foundation with sorted keys and plain slashes") func bytes() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(try JSONText.bytes(of: Value()) == [UInt8](encoder.encode(Value())))
        #expect(try JSONText.bytes(of: "a") == Array("\"a\"".utf8))
    }

    @Test("What writes itself as a text is the same in any encoder, and behind what was written before") func texts()
        throws
    {
        let digest = SHA256.digest(of: [1, 2, 3])
        let own = try JSONText.bytes(of: ["b": [digest], "a": []])
        #expect(String(decoding: own, as: UTF8.self) == "{\"a\":[],\"b\":[\"\(digest)\"]}")
        #expect(try [UInt8](JSONEncoder().encode([digest])) == Array("[\"\(digest)\"]".utf8))
        var line = Array("{\"facts\":".utf8)
        try JSONText.write(Value(), into: &line)
        #expect(try line == Array("{\"facts\":".utf8) + JSONText.bytes(of: Value()))
    }

    @Test("What was written is read again, also where Foundation wrote it in its own order") func both() throws {
        #expect(try JSONText.value(Value.self, from: JSONText.bytes(of: Value())) == Value())
        let pretty = JSONEncoder()
        pretty.outputFormatting = [.prettyPrinted]
        #expect(try JSONText.value(Value.self, from: [UInt8](pretty.encode(Value()))) == Value())
    }

    @Test(
        "Escapes of every kind are read",
        arguments: [
            (#""\u00e9\u1ebf""#, "éế"), (#""\ud83d\ude00""#, "😀"), (#""\/\b\f\n\r\t\"\\""#, "/\u{8}\u{c}\n\r\t\"\\"),
            (#""\ud83d""#, "\u{fffd}"),
        ])
    func escapes(text: String, value: String) throws {
        #expect(try JSONText.value(String.self, from: Array(text.utf8)) == value)
    }

    @Test("A key written with escapes is the same key") func key() throws {
        let read = try JSONText.value([String: Int].self, from: Array(#"{"\u0061":1}"#.utf8))
        #expect(read == ["a": 1])
    }

    @Test(
        "What is no JSON is refused, and ends nothing",
        arguments: [
            "", "{", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "\"a", "\"a\\", "\"\\u12\"", "\"\\x\"", "tru",
            "-",
            "1 2", "[1]]", "\"a\nb\"", "{a:1}", "nan", String(repeating: "[", count: 100_000),
        ])
    func malformed(text: String) {
        #expect(throws: DecodingError.self) { try JSONText.value([Int].self, from: Array(text.utf8)) }
        #expect(throws: DecodingError.self) { try JSONText.value([String: [Int]].self, from: Array(text.utf8)) }
    }

    @Test("A number that does not fit its type is refused", arguments: ["256", "-1", "1.5", "9e9", "\"1\"", "null"])
    func numbers(text: String) {
        #expect(throws: DecodingError.self) { try JSONText.value(UInt8.self, from: Array(text.utf8)) }
    }

    @Test("Nesting ends at the limit: 64 arrays in one another are read, 65 are not") func depth() throws {
        func nested(_ count: Int) -> [UInt8] {
            Array((String(repeating: "[", count: count) + String(repeating: "]", count: count)).utf8)
        }
        struct Anything: Decodable { init(from decoder: any Decoder) throws {} }
        _ = try JSONText.value(Anything.self, from: nested(64))
        #expect(throws: DecodingError.self) { try JSONText.value(Anything.self, from: nested(65)) }
    }

    @Test("Members of objects within objects are sorted each by themselves") func sortedWithin() throws {
        let value = ["b": ["z": 1, "a": 2], "a": ["y": 3, "x": 4], "c": [:]]
        #expect(
            try String(decoding: JSONText.bytes(of: value), as: UTF8.self)
                == #"{"a":{"x":4,"y":3},"b":{"a":2,"z":1},"c":{}}"#)
    }
}
