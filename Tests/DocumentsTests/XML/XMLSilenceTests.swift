import Bytes
import Documents
import Testing

/// What libxml2 would write by itself goes past the log, which alone knows how to write what a sender sent.
@Suite("XML and the standard error")
struct XMLSilenceTests {
    /// A second line that looks like the log's own, in a value that is no name.
    private static let forged = "&#10;&lt;3&gt;hoso: error failed: 062090001234&#9;&#x9b;31m"

    @Test(
        "Whatever a form holds, reading it writes nothing to the standard error",
        arguments: [
            "<a xml:id='\(forged)'/>", "<a><b xml:id='c'/><b xml:id='c' name='Nguyễn Văn An'/></a>",
            "<a xmlns:xml='http://www.w3.org/XML/1998/namespace' xml:lang='\(forged)' xml:space='\(forged)'/>",
            "<a b='1' b='\(forged)'/>", "<p:a q:b='\(forged)'/>", "<a xmlns='\(forged)' xmlns:b='c:d e'/>",
            "<a>&forged;</a>", "<a>\(forged)", "<?xml version='9.9'?><a/>",
            "<?xml version='1.0' standalone='yes'?><a xml:id=' b '/>",
        ])
    func OP5_reading(text: String) async {
        let result = await #expect(
            processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
        ) { [text = text as String] in
            let bytes = Array(text.utf8)
            let schema = try XMLSchema(Self.schema(type: "xs:ID"), name: "a.xsd")
            guard let document = try? XMLDocument.parse(bytes, limits: Limits()) else { return }
            _ = document.problems(against: schema, limits: Limits())
            try? document.canonicalize(XMLPart(apex: document.root), by: Canonicalization(.inclusive10)) { _ in }
        }
        #expect(result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } == "")
    }

    @Test("A schema that is none is told by its error alone", arguments: ["<xs:schema", "<a/>", "xs:none"])
    func schema(text: String) async {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            [text = text as String] in
            let bytes = text.hasPrefix("<") ? Array(text.utf8) : Self.schema(type: text)
            #expect(throws: ParseError.self) { try XMLSchema(bytes, name: "a.xsd") }
        }
        #expect(result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } == "")
    }

    private static func schema(type: String) -> [UInt8] {
        Array(
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:attribute \
            name="b" type="\(type)"/></xs:complexType></xs:element></xs:schema>
            """.utf8)
    }
}
