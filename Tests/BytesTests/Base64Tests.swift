import Bytes
import Testing

@Suite("Base64")
struct Base64Tests {
    /// RFC 4648, section 10.
    static let vectors = [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ]

    @Test("The standard's own examples, both ways", arguments: vectors)
    func standardExamples(plain: String, text: String) throws {
        #expect(Base64.encode(Array(plain.utf8)) == text)
        #expect(try Base64.decode(text) == Array(plain.utf8))
    }

    @Test("Every byte in every place comes back", arguments: 0...64)
    func roundTrip(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
        #expect(try Base64.decode(Base64.encode(bytes)) == bytes)
    }

    @Test("XML white space anywhere means nothing", arguments: [" Zm9v\r\n\tYg = =\n", "\n\n", "Z m 9 v Y g = = "])
    func whiteSpace(text: String) throws {
        #expect(try Base64.decode(text) == (text.contains("Z") ? Array("foob".utf8) : []))
    }

    @Test(
        "Whatever is not exactly base64 is refused",
        arguments: [
            "Z", "Zg", "Zg=", "Zg===", "=", "====", "Z===", "Zm8==", "Zm9v=", "Zg==Zg==", "Zg=g", "Zm9v====", "Zh==",
            "Zm9=", "Zm9v-_", "Zm9v!", "Zm9v\u{0}", "Zm9v\u{B}Zm9v", "Zm9v\u{A0}", "ờ", "Zm9vYg==a", "Zm\u{FEFF}9v",
        ])
    func refused(text: String) {
        let error = #expect(throws: ParseError.self) { try Base64.decode(text) }
        #expect(error?.code == .schema)
    }

    @Test("A text cut anywhere within a group of four is refused")
    func truncated() {
        let text = Array(Base64.encode(Array(0..<50)).utf8)
        for end in 0..<text.count where !end.isMultiple(of: 4) {
            #expect(throws: ParseError.self) { try Base64.decode(Array(text[..<end])) }
        }
    }

    @Test("No byte in any place is a trap")
    func everyByte() throws {
        for place in 0..<8 {
            for byte in UInt8.min...UInt8.max {
                var text = Array("Zm9vYg==".utf8)
                text[place] = byte
                do { _ = try Base64.decode(text) } catch { #expect(error.code == .schema) }
            }
        }
    }
}
