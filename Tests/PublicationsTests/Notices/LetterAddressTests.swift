import Dossiers
import Publications
import Testing

/// Whom letters address, who signs them, and whom they say to ask.
@Suite("Heads and feet of letters")
struct LetterAddressTests {
    private func page(_ kind: NoticeKind, _ letters: SampleLetters, _ change: (inout NoticeContext) -> Void = { _ in })
        throws -> String
    {
        let granted = Extension(
            by: try letters.agency(), reason: "Chờ đo đạc", newDate: try letters.moment("2026-12-01T17:00"),
            approvedBy: "Lê Văn Duyệt")
        let refusal = AgencyRefusal(by: try letters.agency(), reasons: ["r"], approvedBy: "a", refund: false)
        let events: [Event] =
            [.completed(try letters.deadlines())]
            + (kind == .apology ? [.extended(granted)] : kind == .agencyRefusal ? [.agencyRefused(refusal)] : [])
        var context = try letters.context(try letters.dossier(events))
        change(&context)
        return String(decoding: Notice.page(kind, context, templates: letters.templates), as: UTF8.self)
    }

    @Test(
        "An organisation is no Mr or Mrs, and the person who submits for it is named",
        arguments: [NoticeKind.receipt, .supplement, .refusal, .apology, .agencyRefusal, .paid, .result])
    func organisation(kind: NoticeKind) throws {
        var letters = try SampleLetters()
        let person = try page(kind, letters)
        #expect(person.contains("<strong>Trần Thị Bình</strong>") && !person.contains("Người nộp:"))
        letters.organization = "Công ty TNHH Tây Nguyên"
        let page = try page(kind, letters)
        #expect(page.contains(": <strong>Công ty TNHH Tây Nguyên</strong>"))
        #expect(page.contains("Người nộp: Trần Thị Bình"))
        #expect(!page.contains("Ông/Bà: <strong>"))
    }

    @Test("A people's committee signs without an authority above it, a department with the province's")
    func head() throws {
        let above = "<span class=\"upper\">Ủy ban nhân dân tỉnh Kon Tum</span>"
        for kind in [NoticeKind.apology, .agencyRefusal] {
            var letters = try SampleLetters()
            #expect(try page(kind, letters).contains(above))
            letters.kind = .unit
            let unit = try page(kind, letters) { $0.parent = "Sở Tư pháp" }
            #expect(unit.contains("<span class=\"upper\">Sở Tư pháp</span>"))
            for committee in [Agency.Kind.district, .commune] {
                letters.kind = committee
                let page = try page(kind, letters) { $0.parent = "UBND huyện Đăk Hà" }
                #expect(!page.contains(above) && !page.contains("UBND huyện Đăk Hà"))
            }
        }
    }

    @Test(
        "A page names the one-stop office's contact as the text does", arguments: [NoticeKind.apology, .agencyRefusal])
    func contact(kind: NoticeKind) throws {
        let page = try page(kind, SampleLetters())
        #expect(
            page.contains("Mọi vướng mắc xin liên hệ Bộ phận tiếp nhận và trả kết quả, Sở Tài nguyên và Môi trường"))
        #expect(page.contains("email motcua@kontum.gov.vn"))
    }

    @Test("A dossier that another agency gets is told to be in the place of the one that had it")
    func Dieu8_1b_rerouted() throws {
        let page = try page(.rerouted, SampleLetters()) { $0.formerAgency = "Sở Xây dựng" }
        #expect(page.contains("Cơ quan này giải quyết hồ sơ thay cho Sở Xây dựng.") && !page.contains("ghi trên"))
        #expect(try self.page(.rerouted, SampleLetters()).contains("Cơ quan này giải quyết hồ sơ."))
    }

    @Test("The agency before is the last that led, also where it had led before another")
    func Dieu8_1b_before() throws {
        let letters = try SampleLetters()
        let names = ["000.00.08.H34", "000.00.12.H34", "000.00.10.H34"].compactMap { AgencyCode($0) }
        var events: [Event] = [.completed(try letters.deadlines())]
        var before: [AgencyCode?] = [try letters.dossier(events).agencyBefore]
        for name in names {
            events.append(.rerouted(to: name, PersonalAct(by: "hoa", reason: "thẩm quyền")))
            before.append(try letters.dossier(events).agencyBefore)
        }
        #expect(before == [nil, try letters.agency(), names[0], names[1]])
    }

    @Test("Who gave an opinion hears who reports on it, and of a dossier and its procedure in one")
    func Dieu9_4_feedback() throws {
        let letters = try SampleLetters()
        let about = try letters.context(try letters.dossier([]))
        func page(_ dossier: DossierCode?, _ procedure: Procedure?) throws -> String {
            var feedback = Feedback(message: "fb-1", text: "x")
            feedback.dossier = dossier
            let context = NoticeContext(
                subject: .feedback(feedback, Submitter(account: "0900000001", name: "Bình")), procedure: procedure,
                agency: about.agency, siteName: about.siteName, siteCode: about.siteCode, from: about.from,
                staff: about.staff, at: about.at, eventNumber: 7)
            return String(decoding: Notice.page(.feedback, context, templates: letters.templates), as: UTF8.self)
        }
        let (code, procedure) = (try letters.dossier([]).code, try letters.procedure())
        #expect(try page(code, procedure).contains("về hồ sơ \(code), thủ tục: Cung cấp dữ liệu đất đai."))
        #expect(try page(nil, procedure).contains("(mã fb-1) về thủ tục: Cung cấp dữ liệu đất đai."))
        let told = try page(nil, nil)
        #expect(
            told.contains(
                "Sở Thông tin và Truyền thông báo cáo, đề xuất Ủy ban nhân dân tỉnh theo khoản 4 Điều 9 Quy chế"))
        #expect(!told.contains("gửi cơ quan có trách nhiệm"))
    }
}
