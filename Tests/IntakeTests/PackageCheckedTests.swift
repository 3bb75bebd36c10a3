import Bytes
import Documents
import Dossiers
import Foundation
import Intake
import Settings
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
