import Testing

@testable import Publications

@Suite("Quoted-printable text (RFC 2045, 6.7)")
struct QuotedPrintableTests {
    @Test(
        "Lines, their ends, and what may not stand at either end of one",
        arguments: [
            ("", ""), ("a", "a\r\n"), ("a\nb\r\n", "a\r\nb\r\n"), ("\n\n", "\r\n\r\n"), ("a=b", "a=3Db\r\n"),
            (".\nFrom a", "=2E\r\n=46rom a\r\n"), ("a \nb\t", "a=20\r\nb=09\r\n"), (" a", " a\r\n"),
            ("ộ", "=E1=BB=99\r\n"), ("a\rb", "a=0Db\r\n"), ("\u{7F}\u{0}", "=7F=00\r\n"),
        ])
    func known(text: String, expected: String) {
        #expect(String(decoding: QuotedPrintable.encode(Array(text.utf8)), as: UTF8.self) == expected)
    }

    @Test("A line of 76 characters stands, a longer one goes on after 75 at most", arguments: 70...80)
    func longLines(count: Int) {
        let lines = QuotedPrintable.encode(Array(repeating: UInt8(ascii: "a"), count: count))
            .split(separator: UInt8(ascii: "\n"))
        #expect(lines.map(\.count) == (count <= 76 ? [count + 1] : [77, count - 75 + 1]))
    }

    @Test("Whatever the bytes are, they are read back, and no line is longer than 76")
    func readBack() throws {
        var seed: UInt64 = 1
        for count in 0..<600 {
            let text = (0..<count).map { _ in
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let number = UInt8(truncatingIfNeeded: seed >> 40)
                // Few line ends and many blanks, full stops and letters beyond ASCII.
                return count % 2 == 0 ? number : [0x20, 0x2E, 0x46, 0xE1, 0x61, 0x3D, 0x0A][Int(number) % 7]
            }
            let encoded = QuotedPrintable.encode(text)
            #expect(encoded.allSatisfy { $0 < 0x7F })
            for line in encoded.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                #expect(line.count <= 77)
                #expect(line.dropLast().last != 0x20)
            }
            #expect(try decoded(encoded) == lines(of: text))
        }
    }

    /// The text as lines that end in CR LF each.
    private func lines(of text: [UInt8]) -> [UInt8] {
        var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.flatMap { line in (line.last == 0x0D ? line.dropLast() : line) + [0x0D, 0x0A] }
    }

    private func decoded(_ encoded: [UInt8]) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var index = 0
        while index < encoded.count {
            guard encoded[index] == UInt8(ascii: "=") else {
                bytes.append(encoded[index])
                index += 1
                continue
            }
            let digits = String(decoding: encoded[index + 1...index + 2], as: UTF8.self)
            if digits != "\r\n" { bytes.append(try #require(UInt8(digits, radix: 16))) }
            index += 3
        }
        return bytes
    }
}
