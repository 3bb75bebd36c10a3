import Bytes
import Documents
import Dossiers
import Foundation
import Intake
import Settings
import Signatures
import Testing

/// What a process answers that may not be itself any more.
@Suite("A package that another process read")
struct PackageCheckedTests {
    private func package() throws -> Package {
        let form = Array(
            """
            <submission xmlns="urn:hoso:package:1" id="s-1"><procedure code="1.003659" level="2"/>\
            <submitter><name>An</name><idNumber>062090001234</idNumber><phone>0900123456</phone>\
            <email>an@example.vn</email><address>12 Trần Phú</address></submitter>\
            <submittedAt>2026-11-23T08:15:00+07:00</submittedAt><resultDelivery>counter</resultDelivery>\
            <form component="GDN"/><attachments><attachment component="DKKD" file="dkkd.pdf"/></attachments></submission>
            """.utf8)
        let schema = try XMLSchema(try #require(SampleSite.file("config/schemas/package.xsd")), name: "package.xsd")
        return try PackageReader(schema: schema, limits: Limits()).read(PackageContents(form: form), channel: .online)
    }

    private func changed(_ old: String, _ new: String) throws -> Package {
        let text = String(decoding: try JSONEncoder().encode(package()), as: UTF8.self)
        #expect(text.contains(old))
        return try JSONDecoder().decode(Package.self, from: Data(text.replacing(old, with: new).utf8))
    }

    private func isRefused(_ package: Package, limits: Limits = Limits()) -> Bool {
        do throws(ParseError) {
            _ = try package.checked(channel: .online, limits: limits)
            return false
        } catch {
            return true
        }
    }

    @Test("One that our own reader made passes, and crosses unchanged")
    func sound() throws {
        let original = try package()
        let crossed = try JSONDecoder().decode(Package.self, from: JSONEncoder().encode(original))
        #expect(!isRefused(crossed))
        #expect(crossed.message == original.message && crossed.content == original.content)
    }

    @Test(
        "An id or a name that could be a path, and another folder than it was asked of, are refused",
        arguments: [
            ("\"s-1\"", "\"..\\/s-1\""), ("\"s-1\"", "\"\""), ("\"s-1\"", "\"s\\n1\""), ("\"online\"", "\"postal\""),
            ("\"dkkd.pdf\"", "\"..\\/dkkd.pdf\""), ("\"dkkd.pdf\"", "\".hoso\""),
        ])
    func refused(old: String, new: String) throws { #expect(try isRefused(changed(old, new))) }

    @Test("More attachments than the limit are refused; as many as the limit pass")
    func number() throws {
        var limits = Limits()
        limits.files = 1
        #expect(try !isRefused(package(), limits: limits))
        limits.files = 0
        #expect(try isRefused(package(), limits: limits))
    }

    @Test(
        "Numbers that neither schema nor limits allow are refused, of a form, a file and a signature",
        arguments: [
            (#""level":2"#, #""level":9223372036854775807"#), (#""file":"dkkd.pdf""#, #""file":"dkkd.pdf","size":-1"#),
            (#""file":"dkkd.pdf""#, #""file":"dkkd.pdf","size":9223372036854775807"#),
        ])
    func numbers(old: String, new: String) throws { #expect(try isRefused(changed(old, new))) }

    private func refuses(size: Int = 1, pages: Int? = nil, signedAt: Int? = nil) throws -> Bool {
        var paper = Paper(file: "x.pdf", size: size, sha256: SHA256.digest(of: [1]), type: .pdf)
        paper.pages = pages
        var report = SignatureReport(
            form: .pdf, present: .passed, coverage: Coverage(), intact: .passed, valid: .passed, trusted: .passed)
        report.signedAt = signedAt
        paper.signatures = [report]
        let json = String(decoding: try JSONEncoder().encode(paper), as: UTF8.self)
        return isRefused(try changed("\"unlisted\":[]", "\"unlisted\":[\(json)]"))
    }

    @Test(
        "Files as large and with as many pages as the limits allow pass, and times that can be told; what is beyond is refused"
    )
    func facts() throws {
        let limits = Limits()
        #expect(try !refuses(size: limits.packageBytes) && !refuses(size: 0))
        for size in [-1, limits.packageBytes + 1, .max] { #expect(try refuses(size: size)) }
        #expect(try !refuses(pages: limits.pdfPages) && !refuses(pages: 0))
        for pages in [-1, limits.pdfPages + 1, .max] { #expect(try refuses(pages: pages)) }
        #expect(try !refuses(signedAt: 253_402_300_799) && !refuses(signedAt: -62_167_219_200))
        for time in [Int.min, .max] { #expect(try refuses(signedAt: time)) }
    }

    @Test("A payment is of as much as the schema allows", arguments: [-1, 1_000_000_000_001, .max])
    func amount(tooMuch: Int) throws {
        func package(_ amount: Int) throws -> Package {
            let content = FollowUp.Content.payment(
                amount: amount, paidAt: try #require(Moment("2026-11-23T08:15:00+07:00")), channel: "bank",
                reference: "r", payee: nil)
            let dossier = try #require(DossierCode("000.00.10.H34-261123-0001"))
            return Package(
                channel: .payments,
                message: .followUp(FollowUp(id: "p-1", dossier: dossier, at: nil, content: content)),
                papers: [], unlisted: [], signatures: [], content: SHA256.digest(of: [1]))
        }
        for amount in [0, 1_000_000_000_000] {
            _ = try package(amount).checked(channel: .payments, limits: Limits())
        }
        #expect(throws: ParseError.self) { try package(tooMuch).checked(channel: .payments, limits: Limits()) }
    }

    @Test("More remarks on a file than the limit are refused; as many as the limit pass")
    func remarks() throws {
        var paper = Paper(file: "x.pdf", size: 1, sha256: SHA256.digest(of: [1]), type: .pdf)
        paper.remarks = ["uri", "xfa"]
        let json = String(decoding: try JSONEncoder().encode(paper), as: UTF8.self)
        let package = try changed("\"unlisted\":[]", "\"unlisted\":[\(json)]")
        var limits = Limits()
        limits.remarks = 2
        #expect(!isRefused(package, limits: limits))
        limits.remarks = 1
        #expect(isRefused(package, limits: limits))
    }
}
