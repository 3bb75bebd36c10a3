import Bytes
import Dossiers
import Publications
import Testing

@Suite("The letter of refusal")
struct RefusalLetterTests {
    /// Which letter of a refusal, and of which wording.
    private func context(_ findings: [Finding]) throws -> NoticeContext {
        let letters = try SampleLetters()
        var submitter = Submitter(account: nil, name: "Trần Thị Bình")
        submitter.email = "binh@example.vn"
        let submission = Submission(
            id: "s-9", procedure: "1.004269", level: 3, submitter: submitter,
            submittedAt: try letters.moment("2026-11-23T13:00"),
            resultDelivery: .counter, forms: [], attachments: [], signatures: [])
        let refusal = Refusal(
            submission: submission, content: Digest(Array(repeating: 1, count: 32)), findings: findings,
            channel: "online")
        let about = try letters.context(try letters.dossier([]))
        return NoticeContext(
            subject: .refusal(refusal), procedure: about.procedure, agency: about.agency, siteName: about.siteName,
            siteCode: about.siteCode, from: about.from, staff: about.staff, at: about.at, eventNumber: 17)
    }

    private func page(_ findings: [Finding], of kind: NoticeKind = .refusal) throws -> String {
        String(
            decoding: Notice.page(kind, try context(findings), templates: try SampleLetters.builtIn()), as: UTF8.self)
    }

    private let account = Finding(.unregisteredAccount)

    @Test(
        "What refuses a submission is its reason; what else is wrong is for who submits anew, since there is no dossier"
    )
    func Dieu3_4_reasonsApart() throws {
        let page = try page([Finding(.missingComponent, component: "GCN"), account, Finding(.unknownComponent)])
        let rows = page.split(separator: "<tbody>")[1].split(separator: "</tbody>")[0]
        #expect(rows.contains("phải được nộp bằng tài khoản") && !rows.contains("Giấy chứng nhận"))
        #expect(
            page.contains(
                "<li>Thiếu giấy tờ “Giấy chứng nhận”. Đề nghị Ông/Bà chụp hoặc quét từ bản chính (tệp PDF) khi nộp lại.</li>"
            ))
        #expect(page.contains("lưu ý những điểm sau để lần nộp lại") && !page.contains("bổ sung"))
        #expect(try !self.page([account]).contains("lưu ý những điểm sau"))
    }

    @Test("Of every fault a refusal says what to do in another submission", arguments: FindingCode.allCases)
    func Dieu3_4_anew(code: FindingCode) throws {
        guard code.severity == .supplement, code != .requestedByAgency else { return }
        for file in ["gcn.pdf", nil] {
            let finding = Finding(code, component: "GCN", file: file)
            let words = FindingText.vietnamese(finding, procedure: nil, remedy: .anew)
            #expect(!words.contains("bổ sung"), "\(words)")
            #expect(words.contains("nộp lại") || words.contains("gửi lại"), "\(words)")
            #expect(words != FindingText.vietnamese(finding, procedure: nil) || words.contains("gửi lại"))
        }
    }

    @Test("A wording of before still shows every fault")
    func ownWording() throws {
        var files = SampleLetters.files
        files["refusal.html"] = Array("{{#faults}}{{index}}. {{finding}} ({{article}}){{/faults}}".utf8)
        let templates = try #require(NoticeTemplates.load(files).templates)
        let context = try context([Finding(.emptyFile, component: "GCN"), account])
        let page = String(decoding: Notice.page(.refusal, context, templates: templates), as: UTF8.self)
        #expect(page.hasPrefix("1. Dịch vụ công") && page.contains("2. Tệp gửi cho giấy tờ"))
    }

    @Test("Nobody is told an article on prohibited acts for what a machine found: that is a person's to mark")
    func Dieu4_5_noActs() throws {
        for code in FindingCode.allCases where code.article.hasPrefix("Điều 4.") {
            let page = try page([Finding(code, component: "GCN", file: "x.pdf")])
            #expect(!page.contains(#/khoản \d Điều 4</#), "\(code)")
            if code.severity == .refusal { #expect(page.contains("<td>khoản 1 Điều 14</td>")) }
            // The slip that asks for a supplement gives an article to every fault.
            let examined = Event.examined(
                Examination(
                    papers: [], findings: [Finding(code, component: "GCN", file: "x.pdf")], signatures: []))
            let slip = try SampleLetters().page(.supplement, [examined, .waiting(state: .awaitingSupplement)])
            #expect(!slip.contains(#/Điều 4(?!\d)/#), "\(code)")
            if code.severity != .remark { #expect(slip.contains("<td>khoản 1 Điều 14</td>"), "\(code)") }
            let status = StatusFile.xml(
                for: Refusal(
                    submission: Submission(
                        id: "s", procedure: "1", level: 3, submitter: Submitter(account: nil, name: "B"),
                        submittedAt: Counted.moment("2026-11-23T14:00"), resultDelivery: .counter, forms: [],
                        attachments: [], signatures: []), content: Digest(Array(repeating: 1, count: 32)),
                    findings: [Finding(code)], channel: "online"),
                procedure: nil, agency: nil, now: Counted.moment("2026-11-23T14:00"))
            #expect(!String(decoding: status, as: UTF8.self).contains("article=\"Điều 4"), "\(code)")
        }
    }

    @Test("The portal's file of a refusal speaks of another submission, and of nothing to be done to a dossier")
    func Dieu3_4_statusFile() throws {
        guard
            case .refusal(let refusal) = try context([
                account, Finding(.emptyFile, component: "GCN"), Finding(.unknownComponent, component: "X"),
            ]).subject
        else {
            Issue.record("the subject is the refusal")
            return
        }
        let file = String(
            decoding: StatusFile.xml(
                for: refusal, procedure: try SampleLetters().procedure(), agency: nil,
                now: Counted.moment("2026-11-23T14:00")), as: UTF8.self)
        #expect(file.contains("code=\"unregistered-account\"") && file.contains("từ bản chính khi nộp lại."))
        #expect(!file.contains("bổ sung") && !file.contains("unknown-component"))
    }

    @Test("An article that is cited names its document, and who is refused is told where to ask")
    func articlesAndContact() throws {
        let page = try page([account])
        #expect(page.contains("Căn cứ (Quy chế ban hành kèm theo Quyết định số 08/2018/QĐ-UBND)"))
        #expect(page.contains("số điện thoại 02603 123 456") && page.contains("cho biết mã s-9"))
        let mail = Notice.bytes(.refusal, try context([account]), templates: try SampleLetters.builtIn())
        let text = MailText.shown(mail)
        #expect(text.contains("(khoản 2 Điều 6 Quy chế)"))
        #expect(text.contains("Căn cứ: Quy chế ban hành kèm theo Quyết định số 08/2018/QĐ-UBND."))
        #expect(!text.contains("không trả lời thư") && text.contains("Nếu trả lời thư, xin giữ nguyên mã"))
    }
}
