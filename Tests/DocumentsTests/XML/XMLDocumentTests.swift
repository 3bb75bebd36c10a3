import Bytes
import Documents
import Testing

@Suite("XML documents")
struct XMLDocumentTests {
    private func parse(_ text: String, limits: Limits = Limits()) throws(ParseError) -> XMLDocument {
        try XMLDocument.parse(Array(text.utf8), limits: limits)
    }

    /// What is refused, and by which word.
    static let refused: [(name: String, bytes: [UInt8], code: ParseError.Code)] = {
        func text(_ name: String, _ text: String, _ code: ParseError.Code) -> (String, [UInt8], ParseError.Code) {
            (name, Array(text.utf8), code)
        }
        return [
            text("nothing", "", .empty), text("white space", " \n\t", .empty), text("JSON", "{\"a\":1}", .type),
            ("gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], .type),
            text("another encoding", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", .encoding),
            ("UTF-16", [0xFF, 0xFE, 0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E, 0], .encoding),
            ("overlong UTF-8", Array("<a>".utf8) + [0xC0, 0xAF] + Array("</a>".utf8), .encoding),
            ("a surrogate", Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8), .encoding),
            text("a cut document", "<a><b>", .truncated), text("two roots", "<a/><b/>", .malformed),
            text("an unknown entity", "<a>&khongco;</a>", .malformed),
            text("a control by reference", "<a>&#27;</a>", .malformed),
        ]
    }()

    @Test("What is no sound XML in UTF-8 is refused with its word", arguments: refused.indices)
    func XP11_refused(index: Int) {
        let example = Self.refused[index]
        #expect {
            try XMLDocument.parse(example.bytes, limits: Limits())
        } throws: { ($0 as? ParseError)?.code == example.code }
    }

    @Test(
        "Any document type declaration is refused on sight",
        arguments: [
            "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
            "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a/>",
            "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\">%p;]><a/>",
            "<!DOCTYPE a [<!ENTITY a0 \"ha\"><!ENTITY a1 \"&a0;&a0;\">]><a>&a1;</a>", "<!--x--><!DOCTYPE a><a/>",
        ])
    func XP1_XP2_XP3_XP4_XP5_XP15_doctypeIsRefused(text: String) {
        #expect { try parse(text) } throws: { ($0 as? ParseError)?.code == .dtd }
    }

    @Test("A DOCTYPE in a comment or in CDATA is text")
    func doctypeAsText() throws {
        #expect(try parse("<a><!-- <!DOCTYPE a> --><![CDATA[<!DOCTYPE a>]]></a>").root.text == "<!DOCTYPE a>")
    }

    @Test("Depth, attributes, namespaces and nodes are allowed up to the limit, and refused one past it")
    func XP8_XP9_XP10_limits() throws {
        var limits = Limits()
        limits.xmlDepth = 5
        limits.xmlAttributes = 3
        limits.xmlNamespaces = 2
        limits.xmlNodes = 40
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        func attributes(_ count: Int) -> String {
            "<a " + (0..<count).map { "k\($0)=\"\"" }.joined(separator: " ") + "/>"
        }
        func namespaces(_ count: Int) -> String {
            "<a " + (0..<count).map { "xmlns:n\($0)=\"u:\($0)\"" }.joined(separator: " ") + "/>"
        }
        _ = try parse(nested(5), limits: limits)
        #expect { try parse(nested(6), limits: limits) } throws: { ($0 as? ParseError)?.code == .depth }
        _ = try parse(attributes(3), limits: limits)
        #expect { try parse(attributes(4), limits: limits) } throws: { ($0 as? ParseError)?.code == .limits }
        _ = try parse(namespaces(2), limits: limits)
        #expect { try parse(namespaces(3), limits: limits) } throws: { ($0 as? ParseError)?.code == .limits }
        _ = try parse("<a>" + String(repeating: "<b/>", count: 38) + "</a>", limits: limits)
        #expect {
            try parse("<a>" + String(repeating: "<b/>", count: 39) + "</a>", limits: limits)
        } throws: { ($0 as? ParseError)?.code == .limits }
    }

    @Test("A comment does not split a value, and CDATA joins it")
    func XP13_textIsWhole() throws {
        let root = try parse("<a>062<!-- x -->090<![CDATA[001]]>&#50;<?p q?></a>").root
        #expect(root.text == "0620900012")
    }

    @Test("An element knows its name, namespace, line, attributes and children")
    func elements() throws {
        let root = try parse("<a xmlns=\"u:1\" k=\"v\">\n<b/>\n<c xmlns=\"u:2\"/><b/></a>").root
        #expect(root.name == "a")
        #expect(root.namespace == "u:1")
        #expect(root.attribute("k") == "v")
        #expect(root.attributeNames == ["k"])
        #expect(root.children.map(\.name) == ["b", "c", "b"])
        #expect(root.children("b").map(\.line) == [2, 3])
        #expect(root.first("c") == nil)
        #expect(root.children.first?.parent?.isSame(as: root) == true)
    }

    @Test("A file of 12 MB within the form is read; any other text of that length is not")
    func XP9_largeText() throws {
        func document(_ element: String, _ count: Int) -> [UInt8] {
            Array("<\(element)>".utf8) + Array(repeating: UInt8(ascii: "A"), count: count)
                + Array("</\(element)>".utf8)
        }
        #expect(
            try XMLDocument.parse(document("content", 12_000_000), limits: Limits()).root.textBytes.count == 12_000_000)
        var limits = Limits()
        limits.xmlTextBytes = 1_000
        _ = try XMLDocument.parse(document("a", 1_000), limits: limits)
        _ = try XMLDocument.parse(document("content", 5_000), limits: limits)
        for (element, count) in [("a", 1_001), ("contents", 1_001)] {
            #expect {
                try XMLDocument.parse(document(element, count), limits: limits)
            } throws: { ($0 as? ParseError)?.code == .limits }
        }
        for text in [
            "<!--\(String(repeating: "c", count: 1_100))-->", "<?p \(String(repeating: "c", count: 1_100))?>",
            "<![CDATA[\(String(repeating: "c", count: 1_100))]]>",
        ] {
            #expect {
                try XMLDocument.parse(Array("<a>\(text)</a>".utf8), limits: limits)
            } throws: { ($0 as? ParseError)?.code == .limits }
        }
    }

    @Test("Every prefix and every changed byte gives an answer, never a trap")
    func truncationAndMutation() throws {
        let bytes = Array("<?xml version=\"1.0\"?><a k=\"v\"><!-- c --><![CDATA[d]]><b>&lt;</b></a>".utf8)
        for end in 0..<bytes.count {
            #expect(throws: ParseError.self) { try XMLDocument.parse(Array(bytes[..<end]), limits: Limits()) }
        }
        for position in bytes.indices {
            for bit in [1, 32, 128] as [UInt8] {
                var changed = bytes
                changed[position] ^= bit
                _ = try? XMLDocument.parse(changed, limits: Limits())
            }
        }
    }
}
