import Bytes
import Documents
import Dossiers
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

    /// The same with something in it that our own reader would not have made.
    private func changed(
        channel: Channel = .online, id: String = "s-1", level: Int = 2, file: String = "dkkd.pdf", size: Int? = nil,
        unlisted: [Paper] = []
    ) throws -> Package {
        let original = try package()
        guard case .submission(let sound) = original.message else { throw ParseError(.type, "a submission expected") }
        var attachment = DeclaredAttachment(component: "DKKD", file: file)
        attachment.size = size
        let submission = Submission(
            id: id, procedure: sound.procedure, level: level, submitter: sound.submitter,
            submittedAt: sound.submittedAt, resultDelivery: sound.resultDelivery, forms: sound.forms,
            attachments: [attachment], signatures: sound.signatures)
        return Package(
            channel: channel, message: .submission(submission), papers: original.papers, unlisted: unlisted,
            signatures: original.signatures, content: original.content)
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
        let crossed = try Package(wired: original.wired, room: 1_000_000)
        #expect(!isRefused(crossed))
        #expect(crossed.message == original.message && crossed.content == original.content)
    }

    @Test(
        "An id that could be a path, that is none, or that no form may have is refused",
        arguments: ["../s-1", "", "s\n1"])
    func id(id: String) throws { #expect(try isRefused(changed(id: id))) }

    @Test("A name that could be a path, or one of ours, is refused", arguments: ["../dkkd.pdf", ".hoso"])
    func name(file: String) throws { #expect(try isRefused(changed(file: file))) }

    @Test("What is of another folder than it was asked of is refused")
    func folder() throws {
        #expect(try isRefused(changed(channel: .postal)))
        #expect(try !isRefused(changed()))
    }

    @Test("More attachments than the limit are refused; as many as the limit pass")
    func number() throws {
        var limits = Limits()
        limits.files = 1
        #expect(try !isRefused(package(), limits: limits))
        limits.files = 0
        #expect(try isRefused(package(), limits: limits))
    }

    @Test("Numbers that neither schema nor limits allow are refused, of a form, a file and a signature")
    func numbers() throws {
        #expect(try isRefused(changed(level: .max)))
        for size in [-1, .max] { #expect(try isRefused(changed(size: size))) }
    }

    private func refuses(
        size: Int = 1, pages: Int? = nil, signedAt: Int? = nil, closedAt: Int? = nil, reports: Int = 1
    ) throws -> Bool {
        var paper = Paper(file: "x.pdf", size: size, sha256: SHA256.digest(of: [1]), type: .pdf)
        paper.pages = pages
        var report = SignatureReport(
            form: .pdf, present: .passed, coverage: Coverage(), intact: .passed, valid: .passed, trusted: .passed)
        report.signedAt = signedAt
        var closing = SignatureClaim(value: nil, key: nil)
        closing.signedAt = closedAt
        report.closing = [closing]
        paper.signatures = Array(repeating: report, count: reports)
        return isRefused(try changed(unlisted: [paper]))
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
        for time in [Int.min, .max] { #expect(try refuses(signedAt: time) && refuses(closedAt: time)) }
    }

    @Test("As many signatures as a form and a file beside it may have are judged, and no more")
    func signatures() throws {
        let most = 2 * (max(Limits().xmlSignatures, Limits().pdfSignatures) + 1)
        #expect(try !refuses(reports: most))
        #expect(try refuses(reports: most + 1))
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
        let package = try changed(unlisted: [paper])
        var limits = Limits()
        limits.remarks = 2
        #expect(!isRefused(package, limits: limits))
        limits.remarks = 1
        #expect(isRefused(package, limits: limits))
    }
}
