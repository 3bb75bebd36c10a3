import Bytes
import Dossiers
import Files
import Foundation
import Pipeline
import Testing

/// Where a signature lies in its package: beside the form, or around it.
@Suite("Signatures beside and around the form")
struct SignedApartTests {
    private let card = Forms.pdf("card")
    private let lease = Forms.pdf("lease")

    private static let declaration = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"

    private func attachment(_ component: String, _ file: String, _ bytes: [UInt8]) -> String {
        """
        <attachment component="\(component)" file="\(file)" sha256="\(SHA256.digest(of: bytes))" \
        size="\(bytes.count)"></attachment>
        """
    }

    /// At level 4, in canonical form but for the declaration.
    private func form(_ purpose: String = "Vay vốn") -> String {
        """
        <submission xmlns="urn:hoso:package:1" id="s-1"><procedure code="1.001612" level="4"></procedure>\
        <submitter account="0900000001"><name>Trần Thị Bình</name><idNumber>062090001234</idNumber>\
        <phone>0900123456</phone><email>an@example.vn</email><address>12 Trần Phú</address></submitter>\
        <submittedAt>2026-11-23T08:15:00+07:00</submittedAt><resultDelivery>counter</resultDelivery>\
        <form component="GDN"><field name="mucDich">\(purpose)</field></form><attachments>\
        \(attachment("CCCD", "cccd.pdf", card))\(attachment("HDTN", "hdtn.pdf", lease))\
        </attachments></submission>
        """
    }

    /// A signature whose digests fit; its value is for `valid`, which is not asked for here.
    private func signature(_ uri: String, transforms: String, over signed: String, object: String = "") -> String {
        """
        <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>\
        <ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>\
        <ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>\
        <ds:Reference URI="\(uri)">\(transforms)<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>\
        <ds:DigestValue>\(Base64.encode(SHA256.digest(of: Array(signed.utf8)).bytes))</ds:DigestValue></ds:Reference>\
        </ds:SignedInfo><ds:SignatureValue>AAAA</ds:SignatureValue>\(object)</ds:Signature>
        """
    }

    private func site() throws -> TestSite {
        let site = try TestSite()
        let settings = URL(filePath: site.path + "/config/hoso.xml")
        let text = try site.read("config/hoso.xml").replacing(
            #/signatures require="[^"]*"/#, with: "signatures require=\"intact\"")
        try Data(text.utf8).write(to: settings)
        return site
    }

    private func drop(_ layout: String, _ files: [(String, String)], into site: TestSite) throws {
        let all =
            [("cccd.pdf", card), ("hdtn.pdf", lease)] + files.map { ($0.0, Array((Self.declaration + $0.1).utf8)) }
        switch layout {
        case "zip": try site.drop("online/s-1.zip", Forms.zip(all))
        case "folder": for (name, bytes) in all { try site.drop("online/s-1/\(name)", bytes) }
        default: for (name, bytes) in all { try site.drop("online/\(name)", bytes) }
        }
    }

    @Test(
        "A form is signed by what lies beside it, however it comes, and not once it was changed",
        arguments: ["zip", "folder", "loose"], [true, false])
    func beside(layout: String, isSound: Bool) throws {
        let site = try site()
        let pair = signature("hoso.xml", transforms: "", over: Self.declaration + form())
        try drop(layout, [("hoso.xml", form(isSound ? "Vay vốn" : "Vay vàng")), ("hoso.xml.sig", pair)], into: site)
        try check(site.once(), isSound: isSound)
        #expect(site.names("Inbox/online").isEmpty)
    }

    @Test("Without what lies beside it the form is unsigned", arguments: ["zip", "folder", "loose"])
    func alone(layout: String) throws {
        let site = try site()
        try drop(layout, [("hoso.xml", form())], into: site)
        let outcome = try #require(try site.once().first)
        #expect(outcome.state == "awaitingPostalCopy")
        #expect(outcome.reasons.joined().contains("unsigned"))
    }

    @Test("A signature that comes after its form was taken is kept for a person, who is told what makes up for it")
    func late() throws {
        let site = try site()
        try drop("loose", [("hoso.xml", form())], into: site)
        try site.once()
        let pair = signature("hoso.xml", transforms: "", over: Self.declaration + form())
        try site.drop("online/hoso.xml.sig", Array(pair.utf8))
        #expect(try site.once().map(\.state) == ["unmatched"])
        #expect(try site.read("State/unmatched/hoso.xml.sig/reason.txt").contains("a signed supplement"))
    }

    @Test(
        "A form is signed by the signature that it lies in, and not once it was changed",
        arguments: ["zip", "folder", "loose"], [true, false])
    func around(layout: String, isSound: Bool) throws {
        let site = try site()
        func object(_ form: String) -> String {
            "<ds:Object xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" Id=\"o-1\">\(form)</ds:Object>"
        }
        let whole = signature(
            "#o-1",
            transforms:
                #"<ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms>"#,
            over: object(form()), object: object(form(isSound ? "Vay vốn" : "Vay vàng")))
        try drop(layout, [("hoso.xml", whole)], into: site)
        try check(site.once(), isSound: isSound)
    }

    private func check(_ outcomes: [Outcome], isSound: Bool) throws {
        #expect(outcomes.count == 1)
        let outcome = try #require(outcomes.first)
        #expect(outcome.state == (isSound ? "accepted" : "awaitingPostalCopy"), "\(outcome)")
        #expect(outcome.reasons.joined().contains("signature-broken") != isSound, "\(outcome)")
        #expect(!isSound || outcome.reasons.isEmpty, "\(outcome)")
    }
}
