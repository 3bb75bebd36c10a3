import Bytes
import Documents
import Files
import Foundation
import Intake
import Settings
import Testing

@Suite("The limits of forms")
struct FormLimitsTests {
    private func form(purpose: String) -> [UInt8] {
        Array(
            """
            <submission xmlns="urn:hoso:package:1" id="s-1"><procedure code="1.003659" level="2"/>\
            <submitter account="0900123456"><name>An</name><idNumber>062090001234</idNumber>\
            <phone>0900123456</phone><email>an@example.vn</email><address>12 Trần Phú</address></submitter>\
            <submittedAt>2026-11-23T08:15:00+07:00</submittedAt><resultDelivery>counter</resultDelivery>\
            <form component="GDN"><field name="a">\(purpose)</field></form>\
            <attachments><attachment component="DKKD" file="dkkd.pdf"/></attachments></submission>
            """.utf8)
    }

    @Test("A field has as many bytes as the limit says, and none more")
    func field() throws {
        let schema = try XMLSchema(try #require(SampleSite.file("config/schemas/package.xsd")), name: "package.xsd")
        var limits = Limits()
        limits.xmlFieldBytes = 200
        let reader = FormReader(schema: schema, limits: limits)
        _ = try reader.read(form(purpose: String(repeating: "a", count: 200)))
        let error = #expect(throws: ParseError.self) {
            try reader.read(form(purpose: String(repeating: "a", count: 201)))
        }
        #expect(error?.code == .limits)
    }

    @Test("A form is looked into for its account up to the limit; of a larger one none is known")
    func peeked() throws {
        let path = NSTemporaryDirectory() + "hoso-peeked-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = try Folder(path: path, create: true)
        let form = form(purpose: "")
        try Data(form).write(to: URL(filePath: "\(path)/a.xml"))
        var limits = Limits()
        limits.peekedFormBytes = form.count
        #expect(try Peeker(limits: limits).senders(folder, ["a.xml"]) == ["0900123456"])
        limits.peekedFormBytes -= 1
        #expect(try Peeker(limits: limits).senders(folder, ["a.xml"]) == [nil])
    }
}
