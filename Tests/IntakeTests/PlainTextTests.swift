import Testing

@testable import Intake

@Suite("Text that shows as what it is")
struct PlainTextTests {
    private func isAll(_ text: String) -> Bool { PlainText.isAll(of: Array("<a>\(text)</a>".utf8)) }

    @Test("Whatever misleads is noticed at the first look")
    func misleading() {
        let missed = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
            PlainText.misleads(scalar) && isAll(String(scalar))
        }
        #expect(missed.isEmpty)
    }

    @Test("A character by its number is looked at by itself", arguments: ["&#8238;", "&#x202E;", "a&#65;"])
    func references(text: String) {
        #expect(!isAll(text))
    }

    @Test(
        "Forms as they are written need no second look",
        arguments: ["", "Nguyễn Văn An, số 12 Trần Phú, Đắk Lắk", "a &amp; b &lt; c\r\n\td", "日本語", "😀"])
    func plain(text: String) {
        #expect(isAll(text))
    }
}
