import Bytes
import Documents
import Foundation
import Glibc
import Testing

/// What an XML parser may be talked into; a pipe that nobody writes to stands where something would be fetched, so that a
/// reader which opens it never comes back.
@Suite("Hostile XML", .timeLimit(.minutes(1)))
struct XMLThreatTests {
    private final class Bait {
        let path = NSTemporaryDirectory() + "hoso-bait-" + UUID().uuidString
        init() { _ = unsafe mkfifo(path, 0o600) }
        deinit { _ = unsafe unlink(path) }
    }

    private func code(_ text: String) -> ParseError.Code? {
        do throws(ParseError) {
            _ = try XMLDocument.parse(Array(text.utf8), limits: Limits())
            return nil
        } catch {
            return error.code
        }
    }

    @Test("An external entity is refused on sight, and nothing is opened")
    func XP1_externalEntity() {
        let bait = Bait()
        #expect(code("<!DOCTYPE a [<!ENTITY x SYSTEM \"file://\(bait.path)\">]><a>&x;</a>") == .dtd)
        #expect(code("<!DOCTYPE a PUBLIC \"-//x\" \"file://\(bait.path)\"><a/>") == .dtd)
    }

    @Test("An external subset over the network is refused on sight")
    func XP2_network() { #expect(code("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/x.dtd\"><a/>") == .dtd) }

    @Test("Entities of entities are refused on sight")
    func XP3_billionLaughs() {
        let levels = (1...9).map { level in
            "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
        }
        #expect(code("<!DOCTYPE a [<!ENTITY l0 \"ha\">\(levels.joined())]><a>&l9;</a>") == .dtd)
    }

    @Test("One long entity that is used often is refused on sight")
    func XP4_quadratic() {
        let entity = String(repeating: "a", count: 50_000)
        #expect(
            code("<!DOCTYPE a [<!ENTITY x \"\(entity)\">]><a>\(String(repeating: "&x;", count: 500))</a>") == .dtd)
    }

    @Test("Parameter entities are refused on sight")
    func XP5_parameterEntities() {
        let bait = Bait()
        #expect(code("<!DOCTYPE a [<!ENTITY % x SYSTEM \"file://\(bait.path)\"> %x;]><a/>") == .dtd)
    }

    @Test("XInclude is an element like any other: nothing is included")
    func XP6_xinclude() throws {
        let bait = Bait()
        let text = """
            <a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file://\(bait.path)" parse="text"/></a>
            """
        let root = try XMLDocument.parse(Array(text.utf8), limits: Limits()).root
        #expect(root.text.isEmpty)
        #expect(root.children.map(\.name) == ["include"])
    }

    @Test("Neither a style sheet nor a schema's location is fetched, not even while validating")
    func XP7_locations() throws {
        let bait = Bait()
        let schema = try XMLSchema(
            Array(
                """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="u" elementFormDefault="qualified">\
                <xs:element name="a"><xs:complexType><xs:sequence><xs:any namespace="##other" processContents="lax" \
                minOccurs="0"/></xs:sequence></xs:complexType></xs:element></xs:schema>
                """.utf8), name: "a.xsd")
        let text = """
            <?xml-stylesheet type="text/xsl" href="file://\(bait.path)"?>\
            <a xmlns="u" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="u file://\(bait.path) v file://\(bait.path)"><b xmlns="v" \
            xsi:noNamespaceSchemaLocation="file://\(bait.path)"/></a>
            """
        let document = try XMLDocument.parse(Array(text.utf8), limits: Limits())
        _ = document.problems(against: schema, limits: Limits())
    }

    @Test("Any document type at all is refused, wherever it stands and however it is written")
    func XP15_doctype() {
        for text in [
            "<!DOCTYPE a><a/>", "<?xml version=\"1.0\"?>\n<!-- x --><!DOCTYPE a []><a/>", "<!doctype a><a/>",
            "<a><!DOCTYPE a></a>", "<!ENTITY x \"y\"><a/>",
        ] {
            #expect(code(text) == .dtd, "\(text)")
        }
        #expect(code("<a><!-- <!DOCTYPE a> --><![CDATA[<!DOCTYPE a>]]></a>") == nil)
    }

    @Test("A flood of attributes over many elements is bounded like elements are")
    func XP10_attributeFlood() {
        let attributes = (0..<60).map { " a\($0)=\"\"" }.joined()
        let flood = "<a>" + String(repeating: "<b\(attributes)/>", count: 3_500) + "</a>"
        #expect(code(flood) == .limits)
    }
}
