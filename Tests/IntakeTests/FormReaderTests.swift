import Bytes
import Documents
import Dossiers
import Intake
import Settings
import Testing

@Suite("Forms")
struct FormReaderTests {
    private func read(_ text: String) throws -> Form {
        let schema = try XMLSchema(try #require(SampleSite.file("config/schemas/package.xsd")), name: "package.xsd")
        return try FormReader(schema: schema, limits: Limits()).read(Array(text.utf8))
    }

    private func form(
        name: String = "Nguyễn Văn An", file: String = "cccd.pdf", id: String = "s-1", root: String = "submission"
    ) -> String {
        """
        <\(root) xmlns="urn:hoso:package:1" id="\(id)"><procedure code="2.000488" level="4"/>\
        <submitter account="0900123456"><name>\(name)</name><idNumber>062090001234</idNumber><phone>0900123456</phone><email>an@example.vn</email><address>12 Trần Phú</address></submitter>\
        <submittedAt>2026-11-23T08:15:00+07:00</submittedAt><resultDelivery>online</resultDelivery>\
        <form component="TK"><field name="a">b</field></form>\
        <attachments><attachment component="CCCD" file="\(file)"/></attachments></\(root)>
        """
    }

    @Test("A submission is read whole")
    func submission() throws {
        guard case .submission(let submission) = try read(form(name: "Nguyễn <!-- x -->Văn An")).message else {
            Issue.record("a submission expected")
            return
        }
        #expect(submission.id == "s-1")
        #expect(submission.level == 4)
        #expect(submission.submitter.name.revealed == "Nguyễn Văn An")
        #expect(submission.forms == ["TK"])
        #expect(submission.attachments.map(\.file) == ["cccd.pdf"])
    }

    private func form(carrying content: String) -> String {
        form().replacing("file=\"cccd.pdf\"/>", with: "file=\"cccd.pdf\"><content>\(content)</content></attachment>")
    }

    @Test("A file inside comes out as it went in, and a large one is read where it stands", arguments: [10, 3_000_000])
    func carriedFile(count: Int) throws {
        let file = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 9) }
        let carried = try #require(
            try read(form(carrying: "\n\(Base64.encode(file))\n")).carriedFile(at: 0))
        #expect(try carried.read(at: 0, count: carried.count) == file)
        #expect(carried is Base64Source == (count > 1 << 20))
    }

    @Test("What stands for a file and is none is refused with its line", arguments: ["Zm9", "Zm9v!", "Zm9v&#33;"])
    func notCarried(content: String) throws {
        let error = #expect(throws: ParseError.self) {
            try read("\n" + form(carrying: "\n" + content)).carriedFile(at: 0)
        }
        #expect(error?.code == .schema)
        #expect(error?.line == 2)
    }

    @Test(
        "An attachment's name that is no plain file name is refused",
        arguments: [
            "../x.pdf", "/etc/passwd", "a/b.pdf", "a\\b.pdf", "c:x.pdf", "http://x/y", ".hidden", "x\u{202E}fdp.exe",
            " x",
        ])
    func FS6_attachmentNames(file: String) {
        #expect { try read(form(file: file)) } throws: { ($0 as? ParseError)?.code == .path }
    }

    @Test("Text that looks other than it reads is refused", arguments: ["An\u{202E}x", "A\u{200B}n", "A\u{2060}n"])
    func XP14_misleadingText(name: String) {
        #expect { try read(form(name: name)) } throws: { ($0 as? ParseError)?.code == .text }
    }

    @Test(
        "What stands twice is refused, so that no two readers take different halves",
        arguments: [
            ("<name>", "<name>Trần Thị Bình</name><name>"),
            ("<procedure ", "<procedure code=\"1\" level=\"2\"/><procedure "),
            ("<submittedAt>", "<submittedAt>2026-11-23T08:15:00+07:00</submittedAt><submittedAt>"),
            ("<attachments>", "<attachments/><attachments>"), (" id=\"s-1\"", " id=\"s-1\" id=\"s-2\""),
            ("<idNumber>", "<idNumber>062090001235</idNumber><idNumber>"),
        ])
    func XP12_twice(old: String, new: String) throws {
        #expect(throws: ParseError.self) { try read(form().replacing(old, with: new, maxReplacements: 1)) }
    }

    @Test("A namespace counts and not its prefix: what is in another is refused, and by any prefix it is the same")
    func XP12_namespaces() throws {
        let submitter = "<submitter account"
        for other in ["<submitter xmlns=\"\" account", "<submitter xmlns=\"urn:x\" account"] {
            #expect { try read(form().replacing(submitter, with: other)) } throws: {
                ($0 as? ParseError)?.code == .schema
            }
        }
        let foreign = form().replacing("<name>", with: "<x:name xmlns:x=\"urn:x\">Bình</x:name><name>")
        #expect { try read(foreign) } throws: { ($0 as? ParseError)?.code == .schema }
        let prefixed = form().replacing(submitter, with: "<h:submitter xmlns:h=\"urn:hoso:package:1\" account")
            .replacing("</submitter>", with: "</h:submitter>")
        #expect(try read(prefixed).message == read(form()).message)
    }

    @Test("A root that is not known, another namespace, and an id that reads as a dossier's code are refused")
    func roots() {
        #expect { try read(form(root: "thing")) } throws: { ($0 as? ParseError)?.code == .schema }
        #expect {
            try read(form().replacing("urn:hoso:package:1", with: "urn:x"))
        } throws: { ($0 as? ParseError)?.code == .schema }
        #expect {
            try read(form(id: "000.00.10.H34-261123-0001"))
        } throws: { ($0 as? ParseError)?.code == .schema }
    }

    @Test("Every prefix of a form is refused, and no changed byte traps")
    func truncationAndMutation() {
        let text = Array(form().utf8)
        for end in stride(from: 0, to: text.count, by: 7) {
            #expect(throws: ParseError.self) { try read(String(decoding: text[..<end], as: UTF8.self)) }
        }
        for position in stride(from: 0, to: text.count, by: 3) {
            var changed = text
            changed[position] ^= 0x11
            _ = try? read(String(decoding: changed, as: UTF8.self))
        }
    }
}
