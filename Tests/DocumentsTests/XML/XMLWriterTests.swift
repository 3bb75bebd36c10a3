import Bytes
import Documents
import Testing

@Suite("Writing XML")
struct XMLWriterTests {
    @Test("What is written is read back, whatever the values hold")
    func roundTrip() throws {
        let nasty = "<&>\"' ]]> \t\n\r Đỗ"
        var writer = XMLWriter()
        writer.element("a", [("k", nasty)]) { writer in
            writer.element("b", text: nasty)
            writer.element("c")
        }
        let root = try XMLDocument.parse(writer.finish(), limits: Limits()).root
        #expect(root.attribute("k") == nasty)
        #expect(root.children.map(\.name) == ["b", "c"])
        #expect(root.children.first?.text == nasty)
    }

    @Test("What XML cannot carry becomes a mark")
    func controls() throws {
        var writer = XMLWriter()
        writer.element("a", text: "x\u{0}\u{1B}\u{FFFE}y")
        #expect(try XMLDocument.parse(writer.finish(), limits: Limits()).root.text == "x\u{FFFD}\u{FFFD}\u{FFFD}y")
    }
}
