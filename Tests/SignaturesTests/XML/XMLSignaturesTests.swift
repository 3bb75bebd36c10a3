import Bytes
import Documents
import Signatures
import Testing

@Suite("XMLSignatures")
struct XMLSignaturesTests {
    /// `present whole part file …` of each signature, or the reason why it is none.
    private func words(_ reports: [SignatureReport]) -> [String] {
        reports.map { report in
            var words = [report.present.reason ?? "present"]
            if report.coverage.whole { words.append("whole") }
            if report.coverage.part { words.append("part") }
            return (words + report.coverage.files).joined(separator: " ")
        }
    }

    @Test(
        "A signature is there, and says what it covers",
        arguments: [
            ("enveloped-c14n10-rsa-sha256", ["present whole"]), ("enveloped-filter2", ["present whole"]),
            ("enveloped-xpath", ["present whole"]), ("enveloping", ["present whole"]),
            ("uri-id-uuid", ["present whole"]),
            ("uri-xpointer-root", ["present whole"]), ("xades-bes-v1", ["present whole"]),
            ("two-parallel", ["present whole", "present whole"]), ("part-form-only", ["present part"]),
            ("detached-ok", ["present whole cccd.pdf"]), ("detached-only-file", ["present cccd.pdf"]),
            ("signature-file", ["present form.xml"]), ("unsigned", []),
        ])
    func coverage(name: String, expected: [String]) throws {
        #expect(try words(SignatureFixture.xml(name)) == expected)
    }

    @Test("Facts that were not checked are undetermined, never passed")
    func notChecked() throws {
        for report in try SignatureFixture.xml("two-parallel") {
            #expect(report.intact == .passed)
            #expect(report.valid.outcome == .undetermined)
            #expect(report.trusted.outcome == .undetermined)
        }
    }

    @Test(
        "A look-alike is no signature",
        arguments: [
            ("no-namespace-signature", []), ("wrong-signature-namespace", []),
            ("empty-signature-element", ["no-signed-info"]),
            ("zero-references", ["no-reference"]),
        ])
    func XS14_absent(name: String, expected: [String]) throws {
        #expect(try words(SignatureFixture.xml(name)) == expected)
    }

    @Test("An identifier that two elements have is refused at intake")
    func XS9_duplicateId() throws {
        let document = try XMLDocument.parse(SignatureFixture.bytes("xml/xsw4-duplicate-id.xml"), limits: Limits())
        let error = #expect(throws: ParseError.self) { try XMLSignatures.judge(document, limits: Limits()) }
        #expect(error?.code == .duplicateID)
    }

    @Test("Floods of transforms, references and signatures are refused past their limits")
    func XS27_floods() throws {
        let flood = try XMLDocument.parse(SignatureFixture.bytes("xml/transforms-1000.xml"), limits: Limits())
        #expect(throws: ParseError.self) { try XMLSignatures.judge(flood, limits: Limits()) }
        let two = try XMLDocument.parse(SignatureFixture.bytes("xml/two-parallel.xml"), limits: Limits())
        func passes(_ change: (inout Limits) -> Void) -> Bool {
            var limits = Limits()
            change(&limits)
            do {
                try XMLSignatures.judge(two, limits: limits)
                return true
            } catch {
                return error.code != .limits
            }
        }
        #expect(passes { $0.xmlSignatures = 2 } && !passes { $0.xmlSignatures = 1 })
        #expect(passes { $0.xmlReferences = 1 } && !passes { $0.xmlReferences = 0 })
        #expect(passes { $0.xmlTransforms = 2 } && !passes { $0.xmlTransforms = 1 })
    }

    /// A form with a signature made of the pieces given.
    private func form(_ info: String, value: String = "AA==", around: (String) -> String = { $0 }) -> [UInt8] {
        let signature =
            "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">\(info)<ds:SignatureValue>\(value)</ds:SignatureValue></ds:Signature>"
        return Array(
            "<submission xmlns=\"urn:hoso:package:1\" id=\"a\"><form id=\"b\"/>\(around(signature))</submission>".utf8)
    }

    private func info(_ references: String) -> String {
        "<ds:SignedInfo><ds:CanonicalizationMethod Algorithm=\"c\"/><ds:SignatureMethod Algorithm=\"s\"/>\(references)</ds:SignedInfo>"
    }

    private func reference(_ uri: String, transform: String = "") -> String {
        let transforms =
            transform.isEmpty ? "" : "<ds:Transforms><ds:Transform Algorithm=\"\(transform)\"/></ds:Transforms>"
        return
            "<ds:Reference URI=\"\(uri)\">\(transforms)<ds:DigestMethod Algorithm=\"d\"/><ds:DigestValue>AA==</ds:DigestValue></ds:Reference>"
    }

    private let enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"

    @Test("Several SignedInfo are none")
    func XS12_severalSignedInfo() throws {
        let one = info(reference("", transform: enveloped))
        #expect(try words(SignatureFixture.xml(bytes: form(one))) == ["present whole"])
        #expect(try words(SignatureFixture.xml(bytes: form(one + one))) == ["several-signed-info"])
    }

    @Test("A reference to what holds the signature needs the transform that leaves it out")
    func XS21_notEnveloped() throws {
        #expect(try words(SignatureFixture.xml(bytes: form(info(reference(""))))) == ["covers-nothing"])
        #expect(try words(SignatureFixture.xml(bytes: form(info(reference("#a"))))) == ["covers-nothing"])
        #expect(
            try words(SignatureFixture.xml(bytes: form(info(reference("#a", transform: enveloped))))) == [
                "present whole"
            ])
        #expect(try words(SignatureFixture.xml(bytes: form(info(reference("#b"))))) == ["present part"])
    }

    @Test("A signature may stand in an element of its own, as tax forms have it")
    func inAnotherElement() throws {
        let bytes = form(info(reference("", transform: enveloped))) { "<CKyDTu>\($0)</CKyDTu>" }
        #expect(try words(SignatureFixture.xml(bytes: bytes)) == ["present whole"])
    }

    @Test("A value of white space is there, and fits nothing")
    func XS14_blankValue() throws {
        let bytes = form(info(reference("", transform: enveloped)), value: " \n\t ")
        #expect(try words(SignatureFixture.xml(bytes: bytes)) == ["present whole"])
        let report = try #require(try SignatureFixture.judged(bytes: bytes).first)
        #expect(report.worth == .presentBroken)
    }

    @Test(
        "Only plain file names are files of the package",
        arguments: [
            ("cccd.pdf", "present cccd.pdf"), ("C%C4%83n%20c%C6%B0%E1%BB%9Bc.pdf", "present Căn cước.pdf"),
            ("a/b.pdf", "covers-nothing"), ("..", "covers-nothing"), ("%2e%2e%2fx", "covers-nothing"),
            ("file:x", "covers-nothing"), (".hidden", "covers-nothing"), ("x%", "covers-nothing"),
            ("%ff", "covers-nothing"),
            ("x#y", "covers-nothing"), ("c:\\x", "covers-nothing"),
        ])
    func XS18_fileNames(uri: String, expected: String) throws {
        #expect(try words(SignatureFixture.xml(bytes: form(info(reference(uri))))) == [expected])
    }
}
