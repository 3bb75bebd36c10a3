import Bytes
import Testing

@testable import Publications

@Suite("Encoded words (RFC 2047)")
struct EncodedWordTests {
    private func header(_ text: String, column: Int) -> String {
        var header: [UInt8] = []
        EncodedWord.append(text, column: column, to: &header)
        return String(decoding: header, as: UTF8.self)
    }

    private func phrase(_ text: String) -> String {
        var header: [UInt8] = []
        EncodedWord.append(phrase: text, column: 6, to: &header)
        return String(decoding: header, as: UTF8.self)
    }

    @Test(
        "Plain words stand as they are, anything else is encoded",
        arguments: [
            ("a, b <c>", "a, b <c>"), ("", "=?utf-8?B??="), (" a", "=?utf-8?B?IGE=?="),
            ("a =?b", "=?utf-8?B?YSA9P2I=?="),
            ("ộ", "=?utf-8?B?4buZ?="), ("a\r\nb", "a  b"), ("a\u{0}", "=?utf-8?B?Ye+/vQ==?="),
        ])
    func words(text: String, expected: String) { #expect(header(text, column: 9) == expected) }

    @Test(
        "Before an address stand letters, digits, blanks and hyphens as they are, and no mark",
        arguments: [
            ("UBND xa 1-2", "UBND xa 1-2"), (" a ", " a "), ("a <b>", "=?utf-8?B?YSA8Yj4=?="),
            ("a.b", "=?utf-8?B?YS5i?="),
            ("Sở", "=?utf-8?B?U+G7nw==?="),
        ])
    func phrases(text: String, expected: String) { #expect(phrase(text) == expected) }

    @Test("A long text is folded to lines of at most 76 characters, and no character is cut", arguments: 1...80)
    func folded(count: Int) throws {
        for letter in ["a", ".", "\t", "đ", "ộ", "😀"] {
            let text = String(repeating: letter, count: count)
            let shown = text.replacing("\t", with: " ")
            for header in [header(text, column: 6), phrase(text)] where header != shown {
                let lines = header.split(separator: "\r\n ").map(String.init)
                #expect(lines[0].count <= 70 && lines.dropFirst().allSatisfy { $0.count <= 75 })
                let words = try lines.map { line in
                    let bytes = try Base64.decode(String(line.dropFirst(10).dropLast(2)))
                    return try #require(String(validating: bytes, as: UTF8.self))
                }
                #expect(words.joined() == shown)
            }
        }
    }
}
