import Bytes
import Documents
import Signatures
import Testing

@Suite("What is signed of a form")
struct SignedFormTests {
    /// A form whose bytes are its own canonical form, with signatures over all of it and over one of its elements.
    private struct Sample {
        let form: String
        let part = "<form id=\"b\">x</form>"
        /// The canonical form of the part, which then declares its namespace itself.
        let canonicalPart = "<form xmlns=\"urn:hoso:package:1\" id=\"b\">x</form>"

        init(texts: Int) {
            let text = "<t>" + String(repeating: "đ", count: 300_000) + "</t>"
            form =
                "<submission xmlns=\"urn:hoso:package:1\" id=\"a\">" + part + String(repeating: text, count: texts)
                + "</submission>"
        }

        func signed(by signatures: String...) -> [UInt8] {
            Array(form.dropLast("</submission>".count).utf8) + Array((signatures.joined() + "</submission>").utf8)
        }

        func whole(_ digested: String? = nil) -> String {
            signature(
                "",
                transform: """
                    <ds:Transforms><ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116">\
                    <ds:XPath>not(ancestor-or-self::ds:Signature)</ds:XPath></ds:Transform></ds:Transforms>
                    """, digested ?? form)
        }

        func ofPart() -> String { signature("#b", transform: "", canonicalPart) }

        private func signature(_ uri: String, transform: String, _ digested: String) -> String {
            let digest = Base64.encode(SHA256.digest(of: Array(digested.utf8)).bytes)
            return """
                <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>\
                <ds:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/>\
                <ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>\
                <ds:Reference URI="\(uri)">\(transform)\
                <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>\
                <ds:DigestValue>\(digest)</ds:DigestValue></ds:Reference></ds:SignedInfo>\
                <ds:SignatureValue>AAAA</ds:SignatureValue></ds:Signature>
                """
        }
    }

    private func signedForm(_ bytes: [UInt8]) throws -> [UInt8]? {
        try XMLSignatures.verify(XMLDocument.parse(bytes, limits: Limits()), limits: Limits()).signedForm
    }

    @Test("It is handed out as it was digested, be it little or much", arguments: [0, 1, 4])
    func sizes(texts: Int) throws {
        let sample = Sample(texts: texts)
        #expect(try signedForm(sample.signed(by: sample.whole())) == Array(sample.form.utf8))
    }

    @Test("What another signature covers before it does not stand for it")
    func partBefore() throws {
        let sample = Sample(texts: 0)
        #expect(try signedForm(sample.signed(by: sample.ofPart())) == nil)
        let signed = sample.signed(by: sample.ofPart(), sample.whole(), sample.whole())
        #expect(try signedForm(signed) == Array(sample.form.utf8))
    }

    @Test("Where its digest does not fit nothing is handed out")
    func broken() throws {
        let sample = Sample(texts: 0)
        #expect(try signedForm(sample.signed(by: sample.whole("another"))) == nil)
    }
}
