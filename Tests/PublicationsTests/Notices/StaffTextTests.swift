import Bytes
import Dossiers
import Publications
import Testing

@Suite("What letters to staff say in Vietnamese")
struct StaffTextTests {
    private func text(_ event: Event, _ dossier: DossierCode? = nil) -> StaffText {
        StaffText(
            Entry(number: 7, at: Counted.moment("2026-11-23T14:00"), claim: "c", dossier: dossier, event: event))
    }

    private func rejected(_ reason: RejectionReason, _ kind: String = "payment", by channel: String = "payments")
        -> Event
    {
        .rejected(Rejection(message: "m-1", kind: kind, channel: channel, reason: reason))
    }

    @Test(
        "Why a message took no effect stands there in words, and no code word does", arguments: RejectionReason.allCases
    )
    func Dieu13_7_rejection(reason: RejectionReason) {
        let told = text(rejected(reason), Counted.code(1))
        #expect(!told.what.contains(reason.rawValue) && !told.advice.isEmpty)
        #expect(told.look == "hoso show \(Counted.code(1))")
    }

    @Test("Of what nobody had asked for, staff are told how it can be asked for")
    func Dieu6_2_notAskedFor() {
        #expect(text(rejected(.notAskedFor, "supplement", by: "online")).advice.contains("supplementRequest"))
    }

    @Test("Of what can take no effect any more, staff are told what to do with the paper, and to send nothing again")
    func Dieu4_1_nothingAgain() {
        for kind in ["postalCopy", "scan"] {
            let told = text(rejected(.closed, kind, by: "postal"), Counted.code(1)).advice
            #expect(told.contains("không chờ giấy tờ nào") && told.contains("trả người nộp"))
        }
        let result = text(rejected(.resultAlready, "result", by: "agencies/000.00.12.H34"), Counted.code(1)).advice
        #expect(result.contains("hoso hold"))
        #expect(text(.remarked(.copyNotCounted)).advice.contains("đúng mã thành phần"))
    }

    @Test("What a reason is about stands there in words: sums, how the dossier ended, the paper's title")
    func Dieu13_7_detail() throws {
        var letters = try SampleLetters()
        letters.fee = .init(amount: 200_000, due: .submission)
        let dossier = try letters.dossier([])
        func told(_ reason: RejectionReason, _ detail: String, _ kind: String = "payment", _ amount: Int? = nil)
            throws -> StaffText
        {
            let payment = try amount.map {
                PaymentReceipt(
                    message: "m-1", amount: $0, paidAt: try letters.moment("2026-11-23T14:00"), channel: "online",
                    reference: "GD-15")
            }
            let rejection = Rejection(
                message: "m-1", kind: kind, channel: "payments", reason: reason, detail: detail, payment: payment)
            var after = dossier
            let entry = Entry(
                number: 7, at: dossier.receivedAt, claim: "c", dossier: dossier.code, event: .rejected(rejection))
            after.apply(entry)
            return StaffText(entry, after, try letters.procedure())
        }
        let wrong = try told(.wrongAmount, "200000", "payment", 150_000)
        #expect(wrong.what.contains("sai số tiền (phải nộp 200.000 đồng, đã nộp 150.000 đồng)."))
        #expect(wrong.advice.contains("hoso refund \(dossier.code) --reference GD-15 --amount 150000 --basis"))
        #expect(try told(.closed, "withdrawn", "scan").what.contains("hồ sơ đã kết thúc (người nộp đã rút)."))
        #expect(try told(.originalNotCompared, "GCN", "collection").what.contains("(“Giấy chứng nhận”)"))
        #expect(try told(.dateNotLater, "2026-11-26T14:00:00+07:00", "extension").what.contains("ngày 26 tháng 11"))
        #expect(try !told(.wrongRoute, "online", "payment", 1).what.contains("(online)"))
    }

    @Test(
        "Why something could not be read stands there in words",
        arguments: ParseError.Code.allCases.map(\.rawValue) + ["wrong-folder"])
    func Dieu13_7_quarantine(code: String) {
        let told = text(.quarantined(Quarantined(name: "a.zip", channel: "online", code: code, reason: "line 1")))
        #expect(!told.what.contains("(\(code))") && told.what.contains("State/quarantine/a.zip/"))
        #expect(told.advice.contains("hoso quarantine retry a.zip") && told.look == "hoso quarantine list")
    }

    @Test("Each remark says what to do", arguments: Remark.allCases)
    func Dieu13_7_remark(remark: Remark) {
        let told = text(.remarked(remark), Counted.code(1))
        #expect(![told.event, told.what, told.advice].contains { $0.isEmpty || $0.contains(remark.rawValue) })
    }

    private func scan(_ remark: Remark, _ name: String, _ type: MediaType = .pdf, level: Int, _ events: [Event] = [])
        throws -> StaffText
    {
        var letters = try SampleLetters()
        letters.level = level
        let paper = Paper(file: name, size: 9, sha256: Digest(Array(repeating: 3, count: 32)), type: type)
        let dossier = try letters.dossier(
            events + [.scanReceived(component: "GCN", paper: paper, message: "scan"), .remarked(remark)])
        let entry = Entry(
            number: 7, at: Counted.moment("2026-11-23T14:00"), claim: "c", dossier: dossier.code,
            event: .remarked(remark))
        return StaffText(entry, dossier)
    }

    @Test("Of a scan without a form the file is named, and whether the agency has it")
    func Dieu13_7_scan() throws {
        let complete = Event.completed(try SampleLetters().deadlines())
        let told = try scan(.scanNotAwaited, "x_GCN.pdf", level: 3, [complete])
        #expect(told.what.contains("“x_GCN.pdf”") && told.what.contains("chuyển đến cơ quan giải quyết"))
        #expect(told.advice.contains("ghi nhầm") && told.advice.contains("báo cơ quan"))
        #expect(!told.event.contains("x_GCN"))
    }

    @Test("A scan of a wrong type is told as such, and not as one that is cut off")
    func Dieu13_7_scanOfWrongType() throws {
        let told = try scan(.scanFaulty, "x_GCN.txt", .unknown, level: 3)
        #expect(told.what.contains("“x_GCN.txt”") && told.what.contains("sai loại tệp"))
        #expect(!told.what.contains("cắt cụt") && told.advice.contains("PDF, JPEG, PNG hoặc TIFF"))
    }

    @Test(
        "Of a scan that is no supplement, nobody is asked for a certificate that no rule asks for", arguments: [3, 4])
    func Dieu7_1a_scanWithoutCertificate(level: Int) throws {
        func told(_ code: FindingCode) throws -> String {
            let findings = [Finding(code, component: "GCN", file: "gcn.pdf")]
            return try scan(
                .scanAlone, "x.pdf", level: level,
                [.examined(Examination(papers: [], findings: findings, signatures: []))]
            ).advice
        }
        let missing = try told(.missingFile)
        #expect(missing.contains("bằng tài khoản đã nộp hồ sơ"))
        #expect(missing.contains("không yêu cầu chứng thực") == (level == 3))
        #expect(missing.contains("postalCopy") == (level == 4))
        if level == 4 { #expect(try told(.unsigned).hasPrefix("Nếu đó là bản giấy đang chờ, đặt gói postalCopy")) }
    }

    @Test(
        "Each incident has words of its own, and where it is over nothing is to be done",
        arguments: [
            "disk-full", "guard", "calendar-changed", "mail-waits", "nightly-failed", "nightly-missed",
            "inbox-unreadable:online", "archive-changed:000.00.10.H34-261123-0001", "clock-wrong",
            "procedure-gone:1.004269", "agency-gone:000.00.12.H34", "folder-gone:Outbox", "folder-made:Outbox/portal",
            "folder-made:Inbox/postal",
            "folder-closed:Outbox/portal", "arrivals-forbidden:online", "name-taken:Outbox/portal/a", "outbox-ahead",
            "backlog-stuck", "disk-short", "signature-store", "ledger-line-lost", "ledger-changed", "ledger-damage",
        ])
    func Dieu13_7_incident(kind: String) {
        let unknown = text(.incident(kind: "something-new", open: true, effect: ""))
        let open = text(.incident(kind: kind, open: true, effect: ""))
        let over = text(.incident(kind: kind, open: false, effect: ""))
        #expect(open.event != unknown.event && open.advice != unknown.advice)
        #expect(over.event == "Đã khắc phục: \(open.event)" && over.advice == "Không phải làm gì thêm.")
        #expect(open.what.contains("14 giờ 00 phút, ngày 23 tháng 11 năm 2026"))
        let about = kind.split(separator: ":").dropFirst().joined()
        #expect(open.event.hasSuffix(about))
    }

    @Test("The letter has all of it, the log's English beside it, and names quarantine only where something lies there")
    func Dieu13_7_letter() throws {
        let letters = try SampleLetters()
        let from = try #require(MailAddress("motcua@kontum.gov.vn"))
        func page(_ event: Event) -> String {
            let context = NoticeContext(
                subject: .house(kind: "rejected: wrong-amount", effect: "took no <effect>", text(event)),
                procedure: nil,
                agency: nil, siteName: "Kon Tum", siteCode: "H34", from: from, staff: from,
                at: Counted.moment("2026-11-23T14:00"), eventNumber: 7)
            return String(decoding: Notice.page(.incident, context, templates: letters.templates), as: UTF8.self)
        }
        let told = page(rejected(.wrongAmount))
        #expect(told.contains("sai số tiền") && told.contains("thông tin nộp phí, lệ phí"))
        #expect(told.contains("Việc cần làm") && told.contains("Trân trọng./."))
        #expect(told.contains("<td lang=\"en\">rejected: wrong-amount: took no &lt;effect&gt;</td>"))
        #expect(!told.contains("quarantine"))
        #expect(told.contains("<h1>Thông báo việc cần cán bộ xem xét</h1>") && !told.contains("Điều 13"))
        let incident = page(.incident(kind: "disk-full", open: true, effect: ""))
        #expect(incident.contains("<h1>Thông báo sự cố</h1>") && incident.contains("(Khoản 7 Điều 13 Quy chế ban hành"))
        #expect(incident.contains("Kon Tum, ngày 23 tháng 11 năm 2026"))
        let kept = Quarantined(name: "a.zip", channel: "online", code: "schema", reason: "line 1")
        #expect(page(.quarantined(kept)).contains("hoso quarantine list"))
    }
}
