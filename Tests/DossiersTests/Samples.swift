import Bytes
import Dossiers
import Signatures
import Testing

/// The values that the tests of this target build on: one procedure, one good submission, one calendar.
enum Samples {
    static let agency = code("000.00.10.H34")
    static let coAgency = code("000.00.18.H34")

    static func code(_ text: String) -> AgencyCode {
        guard let code = AgencyCode(text) else { preconditionFailure("\(text) is an agency code") }
        return code
    }

    static func moment(_ text: String) -> Moment {
        guard let moment = Moment(text + ":00+07:00") else { preconditionFailure("\(text) is a time") }
        return moment
    }

    static let now = moment("2026-11-23T14:00")

    static func procedure(level: Int = 4, fee: Procedure.Fee? = nil) -> Procedure {
        Procedure(
            code: "2.000488", name: "Cấp Phiếu lý lịch tư pháp", sector: "Lý lịch tư pháp", level: level,
            agency: agency,
            coAgencies: [coAgency], time: .workingDays(3), fee: fee,
            components: [
                Component(id: "TK", kind: .form, title: "Tờ khai", types: [], required: true, original: false),
                Component(
                    id: "CCCD", kind: .attachment, title: "Căn cước công dân", types: [.pdf, .jpeg], required: true,
                    original: true),
                Component(
                    id: "UQ", kind: .attachment, title: "Văn bản ủy quyền", types: [.pdf], required: false,
                    original: false),
            ], result: "Phiếu lý lịch tư pháp")
    }

    static func digest(_ byte: UInt8) -> Digest { Digest(Array(repeating: byte, count: 32)) }

    static func signature(
        whole: Bool = true, present: Fact = .passed, intact: Fact = .undetermined("not-checked")
    ) -> SignatureReport {
        SignatureReport(
            form: .xml, present: present, coverage: Coverage(whole: whole), intact: intact,
            valid: .undetermined("not-checked"), trusted: .undetermined("not-checked"))
    }

    /// That fits, by whoever has the number.
    static func signature(by number: String) -> SignatureReport {
        var signature = signature(intact: .passed)
        signature.signer = Signer(
            subject: "CN=An", issuer: "CN=CA", serial: "01", notBefore: 0, notAfter: 1, key: "RSA 2048")
        signature.signer?.identifiers = ["CCCD:\(number)"]
        return signature
    }

    static let brokenSignature = signature(intact: .failed("digest-mismatch"))

    static func declared(_ component: String, _ byte: UInt8, size: Int = 100) -> DeclaredAttachment {
        var declared = DeclaredAttachment(component: component, file: component.lowercased() + ".pdf")
        declared.size = size
        declared.sha256 = digest(byte)
        return declared
    }

    static func paper(_ component: String, _ byte: UInt8, size: Int = 100, type: MediaType = .pdf) -> Paper {
        Paper(file: component.lowercased() + ".pdf", size: size, sha256: digest(byte), type: type)
    }

    static func attachment(_ component: String, _ byte: UInt8) -> SubmissionCase.Attachment {
        SubmissionCase.Attachment(declared: declared(component, byte), paper: paper(component, byte))
    }

    static func submission(
        level: Int = 4, id: String = "s-1", attachments: [SubmissionCase.Attachment],
        signatures: [SignatureReport] = [signature()], forms: [String] = ["TK"], delivery: ResultDelivery = .online,
        account: PersonalText? = "0900123456"
    ) -> Submission {
        Submission(
            id: id, procedure: "2.000488", level: level, submitter: Submitter(account: account, name: "An"),
            submittedAt: moment("2026-11-23T08:15"), resultDelivery: delivery, forms: forms,
            attachments: attachments.map(\.declared), signatures: signatures)
    }

    static func submissionCase(
        level: Int = 4, attachments: [SubmissionCase.Attachment] = [attachment("CCCD", 1)],
        signatures: [SignatureReport] = [signature()], unlisted: [Paper] = [], procedure: Procedure? = procedure(),
        registered: Bool = true, policy: SignaturePolicy = .present, forms: [String] = ["TK"], id: String = "s-1",
        delivery: ResultDelivery = .online, account: PersonalText? = "0900123456"
    ) -> SubmissionCase {
        SubmissionCase(
            submission: submission(
                level: level, id: id, attachments: attachments, signatures: signatures, forms: forms,
                delivery: delivery, account: account),
            attachments: attachments, unlisted: unlisted, procedure: procedure, accountIsRegistered: registered,
            policy: policy, now: now)
    }

    static var calendar: WorkingCalendar {
        get throws {
            func period(_ from: Int, _ to: Int) throws -> WorkingCalendar.Period {
                try #require(WorkingCalendar.Period(from: from * 60, to: to * 60))
            }
            let day = [try period(7, 11), try period(13, 17)]
            let holiday = try #require(Day("2026-11-24"))
            return WorkingCalendar(
                hours: Dictionary(
                    uniqueKeysWithValues: [Weekday.monday, .tuesday, .wednesday, .thursday, .friday].map { ($0, day) }),
                holidays: [WorkingCalendar.Holiday(from: holiday, to: holiday, name: "Ngày Văn hóa")], workdays: [],
                decidedUntil: Day("2026-12-31"))
        }
    }
}
