import Bytes
import Documents
import Testing

@Suite("The outline of a form")
struct XMLOutlineTests {
    private func outline(_ text: String) throws -> XMLDocument {
        try XMLDocument.outline(Array(text.utf8), limits: Limits())
    }

    /// What an outline leaves out, by element, in order.
    private func leftOut(_ text: String) throws -> [String?] {
        let bytes = Array(text.utf8)
        return try outline(text).root.children.map { child in
            child.leftOutText.map { String(decoding: bytes[$0], as: UTF8.self) }
        }
    }

    @Test("It leaves out the text of what carries files, and knows where that stands")
    func leavesOut() throws {
        let text =
            "<a xmlns:x='u'><content>Zm9v</content><b>Zm9v</b><x:content k='>'>\nYg\n==</x:content><content/></a>"
        #expect(try leftOut(text) == ["Zm9v", nil, "\nYg\n==", nil])
        let root = try outline(text).root
        #expect(root.children.map(\.text) == ["", "Zm9v", "\n\n", ""])
        #expect(root.children.map(\.name) == ["content", "b", "content", "content"])
    }

    @Test(
        "Text with a reference, a comment, a section or an element in it stays as it is",
        arguments: ["Zm&#57;v", "Zm<!---->9v", "<![CDATA[Zm9v]]>", "Zm9v<?i?>", "Zm<i>9</i>v"])
    func keeps(inside: String) throws {
        let text = "<a><content>\(inside)</content><content>Zm9v</content></a>"
        #expect(try leftOut(text) == [nil, "Zm9v"])
        #expect(try outline(text).root.children.first?.text == "Zm9v")
    }

    @Test("Every line keeps its number")
    func lines() throws {
        let text = "<a>\n<content>\nZm9v\r\nZm9v\n</content>\n<b/>\n<content>Zm9v</content>\n<c/></a>"
        let whole = try XMLDocument.parse(Array(text.utf8), limits: Limits())
        #expect(try outline(text).root.children.map(\.line) == whole.root.children.map(\.line))
        #expect(try outline(text).byteCount == text.utf8.count)
    }

    @Test(
        "What is no well-formed document is none without its files either",
        arguments: ["<a><content>Zm9v</a>", "<a><content>Zm9v</content>", "<a><content a='1' a='2'>Zm9v</content></a>"])
    func malformed(text: String) {
        #expect(throws: ParseError.self) { try outline(text) }
    }
}
