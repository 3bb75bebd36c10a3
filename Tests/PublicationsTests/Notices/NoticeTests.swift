import Bytes
import Dossiers
import Foundation
import Publications
import Settings
import Testing

@Suite("Notices")
struct NoticeTests {
    private func context(
        name: String = "Nguyễn Văn An", email: String? = "an@example.vn", account: PersonalText? = "0900123456",
        findings: [Finding] = []
    ) throws -> NoticeContext {
        let agency = try #require(AgencyCode("000.00.10.H34"))
        let now = try #require(Moment("2026-11-23T15:15:02+07:00"))
        var submitter = Submitter(account: account, name: PersonalText(name))
        submitter.email = PersonalText(email)
        submitter.phone = "0900000009"
        submitter.idNumber = "062090001234"
        let procedure = Procedure(
            code: "2.000488", name: "Cấp Phiếu lý lịch tư pháp", sector: "Tư pháp", level: 4, agency: agency,
            time: .workingDays(10), fee: .init(amount: 200_000, due: .submission),
            components: [
                Component(
                    id: "CCCD", kind: .attachment, title: "Căn cước công dân", types: [.pdf], required: true,
                    original: true)
            ], result: "Phiếu")
        let submission = Submission(
            id: "s-1", procedure: "2.000488", level: 4, submitter: submitter, submittedAt: now, resultDelivery: .online,
            forms: [], attachments: [], signatures: [])
        let code = try #require(DossierCode("000.00.10.H34-261123-0001"))
        var dossier = Dossier(
            code: code,
            receipt: Receipt(
                submission: submission, content: Digest(Array(repeating: 1, count: 32)), procedure: procedure,
                channel: "online"), at: now, claim: "c")
        dossier.apply(
            Entry(
                number: 2, at: now, claim: "c", dossier: code,
                event: .examined(Examination(papers: [], findings: findings, signatures: []))))
        return NoticeContext(
            subject: .dossier(dossier), procedure: procedure,
            agency: Agency(code: agency, name: "Sở Tư pháp", email: "stp@kontum.gov.vn"),
            siteName: "Kon Tum", siteCode: "H34", from: try #require(MailAddress("motcua@kontum.gov.vn")),
            staff: try #require(MailAddress("sotttt@kontum.gov.vn")), at: now, eventNumber: 17)
    }

    private func templates() throws -> NoticeTemplates { try SampleLetters.builtIn() }

    @Test("The built-in wording serves every kind of letter", arguments: NoticeKind.allCases)
    func everyKind(kind: NoticeKind) throws {
        let bytes = Notice.bytes(kind, try context(), templates: try templates())
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("Auto-Submitted: auto-generated\r\n"))
        #expect(text.contains("Message-ID: <000.00.10.H34-261123-0001.\(kind.rawValue).17@H34.hoso>\r\n"))
        #expect(text.contains("Date: Mon, 23 Nov 2026 15:15:02 +0700\r\n"))
        #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 998 })
        #expect(bytes == Notice.bytes(kind, try context(), templates: try templates()))
    }

    @Test(
        "No name and no address can add a header", arguments: ["An\r\nBcc: x@y.vn", "An\nTo: x@y.vn", "\u{0}\r\n\r\nx"])
    func OP1_headers(name: String) throws {
        let bytes = Notice.bytes(
            .receipt, try context(name: name, email: "a@b.vn\r\nBcc: x@y.vn"), templates: try templates())
        let headers = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n\r\n")[0]
        #expect(!headers.lowercased().contains("bcc"))
        // Without an address that is one, the letter goes to the counter to be printed.
        #expect(headers.contains("<motcua@kontum.gov.vn>\r\nSubject") || headers.contains("X-Hoso-Print: yes"))
    }

    @Test("Whoever has no name is written to by the address alone", arguments: ["", " ", "\u{A0}"])
    func namelessMailbox(name: String) throws {
        let message = MailMessage(
            from: Mailbox(name: "H", address: try #require(MailAddress("a@b.vn"))),
            to: Mailbox(name: name, address: try #require(MailAddress("c@d.vn"))), replyTo: nil, subject: "x",
            date: try #require(Moment("2026-11-23T15:15:02+07:00")),
            identifier: MessageIdentifier(about: "x", kind: "incident", number: 1, site: "H34"), marks: [], plain: [],
            html: [])
        #expect(String(decoding: message.bytes, as: UTF8.self).contains("From: H\r\n <a@b.vn>\r\nTo: <c@d.vn>\r\n"))
    }

    @Test("A subject shows no person's data")
    func OP7_subject() throws {
        for kind in NoticeKind.allCases {
            let subject = try subject(of: Notice.bytes(kind, try context(), templates: try templates()))
            #expect(subject.contains("000.00.10.H34-261123-0001"))
            for person in ["Nguyễn", "An", "an@example.vn", "0900000009", "062090001234", "0900123456"] {
                #expect(!subject.contains(person))
            }
        }
        var files = SampleLetters.files
        files["receipt.txt"] = Array("Subject: {{name}}\nx".utf8)
        #expect(NoticeTemplates.load(files).problems.map(\.file) == ["receipt.txt"])
    }

    /// As a mail program shows it: unfolded, with the encoded words decoded (RFC 2047).
    private func subject(of letter: [UInt8]) throws -> String {
        let name = "Subject: "
        let lines = String(decoding: letter, as: UTF8.self).components(separatedBy: "\r\n")
        let start = try #require(lines.firstIndex { $0.hasPrefix(name) })
        let words =
            [lines[start].dropFirst(name.count)]
            + lines[(start + 1)...].prefix { $0.hasPrefix(" ") }.map { $0.dropFirst() }
        return try words.map { word in
            guard word.hasPrefix("=?utf-8?B?") else { return String(word) }
            return String(decoding: try Base64.decode(String(word.dropFirst(10).dropLast(2))), as: UTF8.self)
        }.joined()
    }

    @Test("What an agency wrote ends as a sentence before the next begins")
    func sentences() throws {
        let finding = Finding(.requestedByAgency, component: "CCCD", found: "Ảnh mờ")
        #expect(FindingText.vietnamese(finding, procedure: nil).contains("Lý do: Ảnh mờ. Đề nghị Ông/Bà"))
        let ended = Finding(.requestedByAgency, component: "CCCD", found: "Ảnh mờ!")
        #expect(FindingText.vietnamese(ended, procedure: nil).contains("Lý do: Ảnh mờ! Đề nghị Ông/Bà"))
    }

    @Test("Whoever used an id again is sent to a supplement only where a dossier with an account takes one")
    func Dieu6_2_usedAgain() {
        let text = FindingText.vietnamese(Finding(.duplicateOther), procedure: nil)
        #expect(text.contains("đã nộp bằng tài khoản, đề nghị gửi bổ sung"))
        #expect(text.contains("không qua tài khoản chỉ nhận"))
    }

    @Test("The answer to a message says what becomes of money, and names a time as people do")
    func answers() throws {
        func answer(
            _ kind: String, _ reason: RejectionReason, _ detail: String? = nil, account: PersonalText? = "0900123456"
        ) throws -> String {
            var about = try context(account: account)
            guard case .dossier(let dossier) = about.subject else { return "" }
            let rejection = Rejection(message: "m", kind: kind, channel: "payments", reason: reason, detail: detail)
            about = NoticeContext(
                subject: .answer(rejection, dossier), procedure: about.procedure, agency: about.agency,
                siteName: about.siteName, siteCode: about.siteCode, from: about.from, staff: about.staff, at: about.at,
                eventNumber: about.eventNumber)
            return String(decoding: Notice.page(.answer, about, templates: try templates()), as: UTF8.self)
        }
        #expect(
            try answer("payment", .closed, "returned").contains("Khoản tiền đã nộp sẽ được cán bộ xem xét hoàn trả"))
        #expect(try answer("withdrawal", .closed, "returned").contains("Khi cần, đề nghị lập hồ sơ mới"))
        #expect(
            try answer("extension", .dateNotLater, "2026-11-27T09:00:00+07:00")
                .contains("(09 giờ 00 phút, ngày 27 tháng 11 năm 2026)"))
        #expect(try answer("collection", .counterOnly).contains("hồ sơ dưới mức độ 4 trả kết quả trực tiếp"))
        #expect(try answer("withdrawal", .otherAccount).contains("đăng nhập đúng tài khoản"))
        #expect(try answer("withdrawal", .otherAccount, account: nil).contains("không rút được qua mạng"))
        #expect(try answer("supplement", .otherAccount, account: nil).contains("gửi lại mà không đăng nhập"))
    }
}
