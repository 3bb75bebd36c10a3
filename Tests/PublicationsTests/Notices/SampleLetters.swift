import Bytes
import Dossiers
import Foundation
import Publications
import Settings
import Testing

/// Letters about one dossier, with whatever happened to it.
struct SampleLetters {
    let templates: NoticeTemplates
    var level = 3
    var day = "2026-11-23"
    var delivery = ResultDelivery.counter
    var fee: Procedure.Fee?
    var coAgencies: [AgencyCode] = []
    var account: PersonalText? = "0900000001"
    /// Of the agency.
    var address: String?
    var submitterAddress: PersonalText? = "12 Trần Phú"
    var email: PersonalText? = "binh@example.vn"
    var organization: PersonalText?
    var kind: Agency.Kind?
    /// Of the agency, for fees.
    var bankAccount: String? = "3511.0.1012345"
    /// Of the paper that is given.
    var title = "Giấy chứng nhận"
    /// When the letter is written; with the receipt where nothing is said.
    var now: Moment?

    init() throws { templates = try Self.builtIn() }

    static func builtIn() throws -> NoticeTemplates {
        let (templates, problems) = NoticeTemplates.load(files)
        #expect(problems.isEmpty)
        return try #require(templates)
    }

    static var files: [String: [UInt8]] {
        let folder = "config/templates/"
        return Dictionary(
            uniqueKeysWithValues: SampleSite.files.filter { $0.path.hasPrefix(folder) }
                .map { (String($0.path.dropFirst(folder.count)), $0.bytes) })
    }

    func agency() throws -> AgencyCode { try #require(AgencyCode("000.00.12.H34")) }

    func moment(_ text: String) throws -> Moment { try #require(Moment("\(text):00+07:00")) }

    func procedure() throws -> Procedure {
        Procedure(
            code: "1.004269", name: "Cung cấp dữ liệu đất đai", sector: "Đất đai", level: 4, agency: try agency(),
            coAgencies: coAgencies, time: .workingDays(2), fee: fee,
            components: [
                Component(id: "PYC", kind: .form, title: "Phiếu yêu cầu", types: [], required: true, original: false),
                Component(
                    id: "GCN", kind: .attachment, title: title, types: [.pdf], required: true,
                    original: true),
            ], result: "Dữ liệu")
    }

    /// Received at 14:00, with the events that came after, each by a claim of its own, and those of a last claim together.
    func dossier(_ events: [Event], last: [Event] = []) throws -> Dossier {
        let now = try moment("\(day)T14:00")
        var submitter = Submitter(account: account, name: "Trần Thị Bình")
        submitter.email = email
        submitter.organization = organization
        submitter.address = submitterAddress
        submitter.idNumber = "062090001234"
        let submission = Submission(
            id: "s-1", procedure: "1.004269", level: level, submitter: submitter, submittedAt: now,
            resultDelivery: delivery, forms: ["PYC"], attachments: [], signatures: [])
        let code = DossierCode(agency: try agency(), day: now.day, number: 1)
        var dossier = Dossier(
            code: code,
            receipt: Receipt(
                submission: submission, content: Digest(Array(repeating: 1, count: 32)), procedure: try procedure(),
                channel: "online"), at: now, claim: "c")
        let paper = Paper(file: "gcn.pdf", size: 100, sha256: Digest(Array(repeating: 2, count: 32)), type: .pdf)
        let examined = Examination(
            papers: [ExaminedPaper(component: "GCN", paper: paper)], findings: [], signatures: [])
        for (index, event) in ([.examined(examined)] + events + last).enumerated() {
            let claim = "c\(min(index, events.count + 1))"
            dossier.apply(Entry(number: index + 2, at: now, claim: claim, dossier: code, event: event))
        }
        return dossier
    }

    func context(_ dossier: Dossier) throws -> NoticeContext {
        var agency = Agency(code: try agency(), name: "Sở Tài nguyên và Môi trường", email: "stnmt@kontum.gov.vn")
        agency.account = bankAccount
        agency.kind = kind
        agency.phone = "02603 123 456"
        agency.address = address
        return NoticeContext(
            subject: .dossier(dossier), procedure: try procedure(), agency: agency, siteName: "Kon Tum",
            siteCode: "H34", from: try #require(MailAddress("motcua@kontum.gov.vn")),
            staff: try #require(MailAddress("sotttt@kontum.gov.vn")), at: now ?? dossier.receivedAt, eventNumber: 17)
    }

    /// The page of a letter, without what only a browser reads.
    func page(_ kind: NoticeKind, _ events: [Event], last: [Event] = []) throws -> String {
        let bytes = Notice.page(kind, try context(try dossier(events, last: last)), templates: templates)
        return String(decoding: bytes, as: UTF8.self)
    }

    func deadlines() throws -> Deadlines {
        Deadlines(
            from: try moment("\(day)T14:00"), handOver: try moment("2026-11-25T08:00"),
            result: try moment("2026-11-26T14:00"), provisional: false)
    }
}
