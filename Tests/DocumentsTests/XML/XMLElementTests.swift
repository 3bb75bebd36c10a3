import Bytes
import Documents
import Testing

@Suite("Elements of XML")
struct XMLElementTests {
    private func root(_ text: String) throws -> XMLElement {
        try XMLDocument.parse(Array(text.utf8), limits: Limits()).root
    }

    @Test(
        "An attribute's value is whole, whatever it is written with",
        arguments: [
            ("v", "v"), ("", ""), ("a&amp;b&#65;&lt;", "a&bA<"), ("Nguyễn Văn\n\tAn", "Nguyễn Văn  An"),
            ("&#10;", "\n"), (String(repeating: "dài ", count: 50), String(repeating: "dài ", count: 50)),
        ])
    func attribute(written: String, value: String) throws {
        let root = try root("<a xmlns:x='u:x' x:k='other' k='\(written)'/>")
        #expect(root.attribute("k") == value)
        #expect(root.attribute("j") == nil)
        #expect(try self.root("<a xmlns:x='u:x' x:k='\(written)'/>").attribute("k") == nil)
    }

    @Test("Whether an attribute is there is told by its local name, in whichever case")
    func hasAttribute() throws {
        for text in ["<a Id='1'/>", "<a k='' id='1'/>", "<a xmlns:x='u:x' x:ID='1'/>", "<a xml:id='b'/>"] {
            #expect(try root(text).hasAttribute(likeName: "id"))
        }
        for text in ["<a/>", "<a idx='1' i='d'/>", "<id/>"] { #expect(try !root(text).hasAttribute(likeName: "id")) }
    }

    @Test("Children are found by name and namespace, with anything between them")
    func children() throws {
        let root = try root(
            "<a xmlns='u:1' xmlns:t='u:2'>text<b n='1'/><!-- c --><t:b n='2'/><c/><b xmlns='u:1' n='3'/><?p?></a>")
        #expect(root.children("b").map { $0.attribute("n") } == ["1", "3"])
        #expect(root.children("b", in: "u:2").map { $0.attribute("n") } == ["2"])
        #expect(root.children("b", in: "u:3").isEmpty)
        #expect(root.first("b")?.attribute("n") == "1")
        #expect(root.first("d") == nil)
        #expect(root.isNamed("a", in: "u:1") && !root.isNamed("a", in: "u:2") && !root.isNamed("A", in: "u:1"))
        #expect(try !self.root("<a/>").isNamed("a", in: ""))
        var names: [String] = []
        var next = root.firstChild
        while let child = next {
            names.append(child.name)
            next = child.nextSibling
        }
        #expect(names == ["b", "b", "c", "b"])
        #expect(root.children.map(\.name) == names)
    }

    @Test("Of elements without a namespace the children have none either")
    func noNamespace() throws {
        let root = try root("<a><b/><b xmlns='u:1'/></a>")
        #expect(root.children("b").count == 1)
    }
}
