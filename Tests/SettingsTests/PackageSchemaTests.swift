import Bytes
import Documents
import Foundation
import Settings
import Testing

@Suite struct PackageSchemaTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    private static let corpus = folder.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/corpus")

    static let examples =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "Fixtures/packages").path)) ?? [])
        .sorted()

    private func problems(_ bytes: [UInt8]) throws -> [XMLProblem] {
        let schema = try XMLSchema(try #require(SampleSite.file("config/schemas/package.xsd")), name: "package.xsd")
        return try XMLDocument.parse(bytes, limits: Limits()).problems(against: schema, limits: Limits())
    }

    @Test("Every example of a message is taken", arguments: examples)
    func takesTheExamples(name: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: "Fixtures/packages/\(name)")))
        #expect(try problems(bytes).isEmpty)
    }

    @Test("There is an example of each root")
    func examplesAreThere() { #expect(Self.examples.count == 12) }

    @Test("Every example that is published is taken, and there is one for each root that the schema has")
    func publishedExamples() throws {
        for (name, bytes) in ExampleDocuments.arriving {
            #expect(try problems(bytes).isEmpty, "\(name)")
            #expect(try XMLDocument.parse(bytes, limits: Limits()).root.name == name)
        }
        let schema = String(decoding: try #require(SampleSite.file("config/schemas/package.xsd")), as: UTF8.self)
        let roots = schema.matches(of: #/(?m)^  <xs:element name="(\w+)"/#).map { String($0.1) }
        #expect(Set(ExampleDocuments.arriving.map(\.name)) == Set(roots))
    }

    @Test("Every example of what leaves is valid by its schema")
    func publishedLeaving() throws {
        for (name, schema, bytes) in ExampleDocuments.leaving {
            let file = "\(schema).xsd"
            let schema = try XMLSchema(try #require(SampleSite.file("config/schemas/" + file)), name: file)
            let document = try XMLDocument.parse(bytes, limits: Limits())
            #expect(document.root.name == name)
            #expect(document.problems(against: schema, limits: Limits()).isEmpty, "\(name)")
        }
    }

    @Test("A problem names what is allowed as the schema does: the values of a set, the numbers of a pattern")
    func saysWhatIsAllowed() throws {
        let payment =
            "<payment \(Self.head)><dossier>ma-ho-so</dossier><amount>1</amount>"
            + "<paidAt>2026-11-24T00:00:00Z</paidAt><channel>cash</channel><reference>R</reference></payment>"
        let text = try problems(Array(payment.utf8)).map(\.message).joined(separator: "\n")
        #expect(text.contains("{'online', 'post', 'bank', 'counter'}"))
        #expect(text.contains("[0-9]{6}-[0-9]{4,9}"))
        #expect(text.contains("Element '<channel>'"))
    }

    private static let head = "xmlns=\"urn:hoso:package:1\" id=\"a\" at=\"2026-11-24T00:00:00Z\""
    private static let dossier = "<dossier>000.00.10.H34-261123-0001</dossier>"

    @Test(
        "The further roots and fields are taken",
        arguments: [
            "<approval \(head)>\(dossier)<approvedBy>A</approvedBy></approval>",
            "<yearlyReport \(head)><year>2026</year><attachments/><roadmap><service procedure=\"2.000488\" level=\"3\" target=\"4\" by=\"2027-06-30\"/></roadmap></yearlyReport>",
            "<yearlyReport \(head)><year>2026</year><attachments/><roadmap>Như năm trước.</roadmap></yearlyReport>",
            "<payment \(head)>\(dossier)<amount>0</amount><paidAt>2026-11-24T00:00:00.5+07:00</paidAt><channel>counter</channel><reference>A</reference><payee>3511</payee></payment>",
            "<collection \(head)>\(dossier)<trackingNumber>RB1</trackingNumber><signedReceiptOn>2026-11-30</signedReceiptOn></collection>",
            "<collection \(head)>\(dossier)<collectedAt>2026-11-24T00:00:00Z</collectedAt><trackingNumber>RB1</trackingNumber><signedReceiptOn>2026-11-30T08:00:00+07:00</signedReceiptOn></collection>",
            "<supplement \(head) account=\"0900123456\">\(dossier)<form component=\"TK\" id=\"f\"/><ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><x/></ds:Signature></supplement>",
            "<feedback \(head)><procedure>2.000488</procedure><text>Tốt</text></feedback>",
            "<withdrawal \(head)><dossier>H37.02.02-261123-10000</dossier></withdrawal>",
            "<postalCopy \(head)>\(dossier)<trackingNumber>RB1</trackingNumber><receivedAt>2026-11-24T00:00:00Z</receivedAt><attachments><attachment component=\"CCCD\" file=\"a b ă.pdf\"/></attachments></postalCopy>",
        ])
    func takesFurtherForms(text: String) throws {
        #expect(try problems(Array(text.utf8)).isEmpty)
    }

    private static let submission = """
        <submission xmlns="urn:hoso:package:1" id="7b0e1f5e-3c1a">
        <procedure code="2.000488" level="4"/>
        <submitter account="0900123456"><name>An</name><idNumber>062</idNumber></submitter>
        <submittedAt>2026-11-23T08:15:00+07:00</submittedAt>
        <resultDelivery>online</resultDelivery>
        <attachments><attachment component="CCCD" file="a.pdf" size="3" sha256="\(String(repeating: "aF", count: 32))"><content>YWI=
        </content></attachment></attachments>
        </submission>
        """

    @Test(
        "What is out of bounds, out of order or unknown is refused, on its line",
        arguments: [
            ("id=\"7b0e1f5e-3c1a\"", "id=\"../x\"", 1),
            ("id=\"7b0e1f5e-3c1a\"", "id=\"\(String(repeating: "a", count: 65))\"", 1),
            ("id=\"7b0e1f5e-3c1a\"", "id=\"a b\"", 1), ("id=\"7b0e1f5e-3c1a\"", "", 1),
            ("level=\"4\"", "level=\"5\"", 2), ("level=\"4\"", "level=\"4.0\"", 2),
            ("code=\"2.000488\"", "code=\"\"", 2),
            ("account=\"0900123456\"", "account=\"../a\"", 3), ("<name>An</name>", "<name> </name>", 3),
            ("+07:00", "", 4), ("2026-11-23T08", "2026-11-31T08", 4), ("T08:15", "T24:15", 4),
            ("online", "pigeon", 5), ("size=\"3\"", "size=\"-5\"", 6),
            ("size=\"3\"", "size=\"99999999999999999999999\"", 6),
            ("size=\"3\"", "size=\"+3\"", 6), ("sha256=\"aF", "sha256=\"gF", 6), ("sha256=\"aF", "sha256=\"", 6),
            ("file=\"a.pdf\"", "file=\"\"", 6), ("file=\"a.pdf\"", "file=\"\(String(repeating: "a", count: 256))\"", 6),
            ("component=\"CCCD\"", "component=\"../CCCD\"", 6), ("YWI=", "YW@j!", 6), ("YWI=", "YWI", 6),
            ("<attachments>", "<gift/><attachments>", 6), ("<attachments>", "<attachments more=\"1\">", 6),
        ])
    func refuses(old: String, new: String, line: Int) throws {
        #expect(try problems(Array(Self.submission.utf8)).isEmpty)
        let found = try problems(Array(Self.submission.replacing(old, with: new, maxReplacements: 1).utf8))
        #expect(!found.isEmpty)
        #expect(found.first?.line == line, "\(found)")
    }

    @Test("A type named in the document itself does not loosen the schema")
    func XP12_xsiTypeIsRefused() throws {
        let text = Self.submission.replacing(
            "<submittedAt>2026-11-23T08:15:00+07:00",
            with:
                "<submittedAt xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xsi:type=\"xs:string\">soon"
        )
        #expect(try !problems(Array(text.utf8)).isEmpty)
    }

    @Test(
        "The corpus is taken and refused as its table says",
        .enabled(if: FileManager.default.fileExists(atPath: corpus.path)))
    func agreesWithTheCorpus() throws {
        let manifest = try String(contentsOf: Self.corpus.appending(path: "MANIFEST.tsv"), encoding: .utf8)
        var count = 0
        for row in manifest.split(separator: "\n").map({ $0.split(separator: "\t", omittingEmptySubsequences: false) })
        {
            // A form that stands inside its signature is taken out of it before it is held against the schema.
            guard row.count >= 4, ["xml-form", "xml-hostile"].contains(row[1]), row[0].hasSuffix(".xml"),
                !row[0].contains("enveloping"), row[3] == "accept" || row[3] == "reject:schema"
            else { continue }
            let bytes = [UInt8](try Data(contentsOf: Self.corpus.appending(path: String(row[0]))))
            let isTaken = (try? problems(bytes).isEmpty) ?? false
            #expect(isTaken == (row[3] == "accept"), "\(row[0]): \(row[3])")
            count += 1
        }
        #expect(count > 90)
    }
}
