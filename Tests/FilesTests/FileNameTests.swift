import Files
import Testing

@Suite("File names")
struct FileNameTests {
    @Test("What cannot be a name is none", arguments: ["", ".", "..", "/", "a/b", "../x", "a\0b", "\0"])
    func notNames(text: String) {
        #expect(FileName(text) == nil)
    }

    @Test(
        "Anything else is a name, and keeps its bytes",
        arguments: ["a", "...", "-rf", ".hidden", " ", "tờ khai.pdf", "\n"])
    func names(text: String) {
        #expect(FileName(text)?.text == text)
        #expect(FileName(text)?.bytes == Array(text.utf8))
        #expect(FileName(text).flatMap { FileName(hexadecimal: $0.hexadecimal) } == FileName(text))
    }

    static let printed: [([UInt8], String)] = [
        (Array("tờ khai.pdf".utf8), "tờ khai.pdf"),
        (Array("to\u{031B}\u{0300}.pdf".utf8), "to\u{031B}\u{0300}.pdf"),
        (Array("a\nb".utf8), "a\\x0Ab"),
        (Array("\u{1B}[2J".utf8), "\\x1B[2J"),
        (Array("a\u{7F}".utf8), "a\\x7F"),
        (Array("a\u{85}b".utf8), "a\\xC2\\x85b"),
        (Array("\u{202E}fdp.exe".utf8), "\\xE2\\x80\\xAEfdp.exe"),
        (Array("\u{2066}x\u{2069}".utf8), "\\xE2\\x81\\xA6x\\xE2\\x81\\xA9"),
        (Array("a\u{200B}b\u{FEFF}".utf8), "a\\xE2\\x80\\x8Bb\\xEF\\xBB\\xBF"),
        (Array("a\u{A0}b\u{2028}".utf8), "a\\xC2\\xA0b\\xE2\\x80\\xA8"),
        (Array("\u{3164}\u{E000}".utf8), "\\xE3\\x85\\xA4\\xEE\\x80\\x80"),
        ([0x61, 0xFF, 0x62], "a\\xFFb"),
        ([0xC3], "\\xC3"),
        ([0xC0, 0xAF], "\\xC0\\xAF"),
        ([0xED, 0xA0, 0x80], "\\xED\\xA0\\x80"),
        ([0xF0, 0x9F, 0x98], "\\xF0\\x9F\\x98"),
        ([0xF0, 0x9F, 0x98, 0x80], "😀"),
        ([0xE1, 0xBB, 0x9D, 0xE1], "ờ\\xE1"),
        (Array("a\\x0Ab".utf8), "a\\\\x0Ab"),
    ]

    @Test("A name is printed on one line, with nothing hidden in it", arguments: printed)
    func FS6_namesArePrintedEscaped(bytes: [UInt8], expected: String) {
        #expect(FileName(bytes: bytes)?.description == expected)
    }

    @Test("No byte, alone or between letters, is printed as a control character or traps")
    func FS6_everyByteIsPrintable() {
        for first in UInt8.min...UInt8.max {
            for second in UInt8.min...UInt8.max {
                guard let name = FileName(bytes: [first, second, 0x41]) else { continue }
                #expect(name.description.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
            }
        }
    }

    static let suffixes: [(String, String, String)] = [
        ("a.PDF", "pdf", "a"), ("tờ khai.Xml", "xml", "tờ khai"), ("a.tar.gz", "gz", "a.tar"), ("a", "", "a"),
        (".hidden", "", ".hidden"), ("a.", "", "a."), ("a.p df", "", "a.p df"), ("a.pđf", "", "a.pđf"),
        ("..pdf", "pdf", "."), ("000.00.12.H34-261123-0001_CCCD.pdf", "pdf", "000.00.12.H34-261123-0001_CCCD"),
    ]

    @Test("The suffix is what follows the last dot, where that looks like one", arguments: suffixes)
    func suffix(text: String, suffix: String, stem: String) {
        #expect(FileName(text)?.suffix == suffix)
        #expect(FileName(text)?.stem == stem)
    }

    @Test("A name that is not valid UTF-8 has no text and no stem, but a suffix")
    func invalidText() {
        let name = FileName(bytes: [0xFF] + Array(".pdf".utf8))
        #expect(name?.text == nil)
        #expect(name?.stem == nil)
        #expect(name?.suffix == "pdf")
    }
}
