import Bytes
import Testing

@Suite("Values that cross as bytes of their own") struct WiredTests {
    private static let room = 1_000

    private func crossed<Value: Wired>(_ value: Value) throws -> Value {
        try Value(wired: value.wired, room: Self.room)
    }

    /// What is wrong with a message that should be such a value; nil where it is one.
    private func fault<Value: Wired>(
        _ message: [UInt8], as _: Value.Type, room: Int = room
    ) -> ParseError.Code? {
        do throws(ParseError) {
            _ = try Value(wired: message, room: room)
            return nil
        } catch {
            return error.code
        }
    }

    @Test(
        "Numbers cross, small ones of either sign in a byte",
        arguments: [
            0, 1, -1, 63, -64, 64, -65, 8_191, -8_192, 8_192, 1 << 31, 1 << 62, -(1 << 62), .max, .min, .max - 1,
        ])
    func numbers(number: Int) throws {
        #expect(try crossed(number) == number)
        #expect((number.wired.count == 1) == (-64...63).contains(number))
        #expect(number.wired.count <= 10)
    }

    @Test("A number has one form: none that is longer than need be, and none of more bits than a number has")
    func oneForm() {
        for message: [UInt8] in [[0x80, 0], [0x81, 0x80, 0], Array(repeating: 0xFF, count: 9) + [2]] {
            #expect(fault(message, as: Int.self) == .malformed)
        }
        #expect(fault(Array(repeating: 0xFF, count: 9) + [1], as: Int.self) == nil)
        #expect(fault(Array(repeating: 0xFF, count: 11), as: Int.self) == .malformed)
        #expect(fault(Array(repeating: 0xFF, count: 9), as: Int.self) == .truncated)
    }

    @Test(
        "Texts cross, whatever is in them",
        arguments: [
            "", "a", "0123456789abcdef", "\u{0}", "Nguyễn Văn An 😀", "\u{202E}\n\\\"",
            String(repeating: "ế", count: 500),
        ])
    func texts(text: String) throws { #expect(try crossed(text) == text) }

    @Test(
        "A text that is no UTF-8 is refused",
        arguments: [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]] as [[UInt8]])
    func noUTF8(bytes: [UInt8]) {
        #expect(fault([UInt8(bytes.count)] + bytes, as: String.self) == .encoding)
    }

    @Test("No and yes, none and one, and the cases of a type are what they are, and nothing else is")
    func cases() throws {
        #expect(try crossed(true) && !crossed(false))
        #expect(try crossed(Int?.some(7)) == 7 && crossed(Int?.none) == nil)
        #expect(try crossed(Int??.some(.none)) == .some(.none))
        for code in ParseError.Code.allCases { #expect(try crossed(code) == code) }
        for byte in UInt8(2)...255 {
            #expect(fault([byte], as: Bool.self) == .malformed)
            #expect(fault([byte, 0], as: Int?.self) == .malformed)
        }
        let count = UInt8(ParseError.Code.allCases.count)
        for byte in count...255 { #expect(fault([byte], as: ParseError.Code.self) == .malformed) }
    }

    @Test("Lists cross in their order, sets and tables as what they hold")
    func lists() throws {
        let list: [[String?]] = [[], [nil, "a"], [""]]
        #expect(try crossed(list) == list)
        let table: [String: Set<String>] = ["a": [], "b": ["x", "y"]]
        #expect(try crossed(table) == table)
    }

    @Test("What is there twice in a set or a table is refused")
    func twice() {
        #expect(fault([2, 1, 97, 1, 97], as: Set<String>.self) == .malformed)
        #expect(fault([2, 1, 97, 0, 1, 97, 0], as: [String: Int].self) == .malformed)
        #expect(fault([2, 1, 97, 1, 98], as: Set<String>.self) == nil)
    }

    @Test(
        "A length or a number of elements that lies is refused before anything is made of it",
        arguments: [
            [4, 97, 97, 97], [0x7F], [0xFF, 0xFF, 0xFF, 0xFF, 7],
            [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
            [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1],
        ] as [[UInt8]])
    func lies(message: [UInt8]) {
        #expect(fault(message, as: String.self) == .truncated)
        #expect(fault(message, as: [String].self, room: .max) == .truncated)
        #expect(fault(message, as: Set<Int>.self, room: .max) == .truncated)
        #expect(fault(message, as: [Int: Int].self, room: .max) == .truncated)
    }

    @Test("Elements take as much memory as there is room for, all lists of a message together, and no more")
    func memory() {
        let list = Array(repeating: 1, count: 100).wired
        #expect(fault(list, as: [Int].self, room: 800) == nil)
        #expect(fault(list, as: [Int].self, room: 799) == .limits)
        let lists = [Array(repeating: 1, count: 50), Array(repeating: 1, count: 50)].wired
        #expect(fault(lists, as: [[Int]].self, room: 816) == nil)
        #expect(fault(lists, as: [[Int]].self, room: 815) == .limits)
        let set = Set(0..<10).wired
        #expect(fault(set, as: Set<Int>.self, room: 240) == nil)
        #expect(fault(set, as: Set<Int>.self, room: 239) == .limits)
    }

    @Test("A message is one value: what ends early is refused, and what follows too")
    func wholly() {
        let message = ["a", "Nguyễn Văn An"].wired
        for count in message.indices { #expect(fault(Array(message.prefix(count)), as: [String].self) != nil) }
        #expect(fault(message + [0], as: [String].self) == .malformed)
    }

    @Test("Digests cross as their 32 bytes")
    func digests() throws {
        let digest = SHA256.digest(of: [1, 2, 3])
        #expect(digest.wired == digest.bytes)
        #expect(try crossed(digest) == digest)
        #expect(fault(Array(digest.bytes.dropLast()), as: Digest.self) == .truncated)
    }

    @Test("Each limit crosses in the place of its line")
    func limits() throws {
        let limits = Limits()
        let lines = Mirror(reflecting: limits).children.compactMap { $0.value as? Int }
        #expect(try [Int](wired: [UInt8(lines.count)] + limits.wired, room: Self.room) == lines)
        #expect(try crossed(limits) == limits)
    }
}
