import Bytes
import Dossiers
import Publications
import Testing

/// What letters say of money and post beside what they are about.
@Suite("What letters say beside")
struct LetterFeeTests {
    private let unsigned = Finding(.unsigned, component: "GCN", file: "gcn.pdf")
    private let fee = Finding(.fee, expected: "200000")
    private let missing = Finding(.missingFile, component: "GCN", file: "gcn.pdf")

    private func letters() throws -> SampleLetters {
        var letters = try SampleLetters()
        letters.level = 4
        letters.fee = .init(amount: 200_000, due: .submission)
        letters.address = "45 Trần Phú"
        return letters
    }

    private func examined(_ findings: [Finding]) -> Event {
        .examined(Examination(papers: [], findings: findings, signatures: []))
    }

    @Test("A letter that asks for copies says which fee is still due, and when the time begins")
    func Dieu3_4_feeWithCopies() throws {
        let letters = try letters()
        let page = try letters.page(.postal, [examined([unsigned, fee]), .waiting(state: .awaitingPostalCopy)])
        #expect(page.contains("còn phải nộp <strong>200.000 đồng</strong> phí, lệ phí"))
        #expect(page.contains("bắt đầu từ khi nhận đủ giấy tờ và phí, lệ phí."))
        let free = try letters.page(.postal, [examined([unsigned]), .waiting(state: .awaitingPostalCopy)])
        #expect(!free.contains("còn phải nộp") && free.contains("bắt đầu từ khi nhận đủ."))
    }

    @Test("A letter that asks for files says where the papers go that come by post, and which fee is still due")
    func Dieu3_4_feeWithFiles() throws {
        let letters = try letters()
        let page = try letters.page(
            .supplement, [examined([missing, unsigned, fee]), .waiting(state: .awaitingSupplement)])
        #expect(page.contains("còn phải nộp <strong>200.000 đồng</strong> phí, lệ phí"))
        #expect(page.contains("và đã nộp phí, lệ phí, Ông/Bà sẽ nhận được giấy hẹn"))
        #expect(page.contains("qua bưu điện xin gửi đến Sở Tài nguyên và Môi trường, địa chỉ 45 Trần Phú"))
        let plain = try letters.page(.supplement, [examined([missing]), .waiting(state: .awaitingSupplement)])
        #expect(!plain.contains("bưu điện") && !plain.contains("phí, lệ phí"))
        #expect(plain.contains("hợp lệ, Ông/Bà sẽ nhận được giấy hẹn trả kết quả"))
        let later = try letters.page(
            .supplement,
            [.completed(try letters.deadlines()), examined([missing]), .waiting(state: .awaitingSupplement)])
        #expect(later.contains("sẽ nhận được thông báo ngày hẹn trả kết quả mới") && !later.contains("giấy hẹn"))
    }

    @Test("Money that goes back, and a message without effect, end nothing of what the dossier waits for")
    func Dieu14_2_beside() throws {
        let letters = try letters()
        let payment = PaymentReceipt(
            message: "m", amount: 100_000, paidAt: try letters.moment("2026-11-23T14:00"), channel: "online",
            reference: "GD1")
        let order = RefundOrder(
            amount: 100_000, references: ["GD1"], reason: "nộp thiếu", basis: "Thông tư 1", payment: payment)
        let waiting: [Event] = [examined([fee]), .waiting(state: .awaitingPayment)]
        let refund = try letters.page(.refund, waiting + [.refundOrdered(order)])
        #expect(refund.contains("Hồ sơ vẫn đang chờ Ông/Bà") && refund.contains("nộp hồ sơ: 200.000 đồng"))
        #expect(!refund.contains(". Ông/Bà không phải làm gì thêm"))
        let resolved = try letters.page(.refund, [.completed(try letters.deadlines()), .refundOrdered(order)])
        #expect(resolved.contains("Phí, lệ phí của hồ sơ (200.000 đồng) vẫn phải nộp đủ"))
        let answer = try self.answer(.wrongAmount, "payment", "payments", after: waiting)
        #expect(answer.contains("Hồ sơ vẫn đang chờ Ông/Bà") && answer.contains("nộp hồ sơ: 200.000 đồng"))
    }

    @Test("What waits for an officer alone is not said to wait for its citizen")
    func Dieu4_6_withTheOffice() throws {
        let letters = try letters()
        let page = try letters.page(
            .supplemented,
            [
                examined([missing]), .waiting(state: .awaitingSupplement),
                .held(PersonalAct(by: "hoa", reason: "xem lại")), examined([]),
            ])
        #expect(!page.contains("đang chờ Ông/Bà") && page.contains("chưa phải làm gì thêm"))
        #expect(page.contains("Hồ sơ đang được cán bộ xem xét"))
    }

    @Test("A copy of something that is not asked for is told to whoever sent it")
    func Dieu7_2a_notAskedFor() throws {
        let letters = try letters()
        let paper = Paper(file: "k.pdf", size: 100, sha256: Digest(Array(repeating: 3, count: 32)), type: .pdf)
        let copy = PostalCopyReceipt(
            message: "m", trackingNumber: "RB1VN", receivedAt: try letters.moment("2026-11-25T08:00"),
            papers: [ExaminedPaper(component: "KHAC", paper: paper)], findings: [])
        let page = try letters.page(
            .postal,
            [
                examined([unsigned]), .postalCopyReceived(copy), examined([unsigned]),
                .waiting(state: .awaitingPostalCopy),
            ])
        #expect(page.contains("số bưu gửi RB1VN"))
        #expect(page.contains("Giấy tờ “KHAC”: không phải giấy tờ được yêu cầu gửi qua bưu điện"))
    }

    @Test("Who wants a result by post and named no address is asked for it, with the receipt and with the result")
    func Dieu8_2b_addressMissing() throws {
        var letters = try letters()
        letters.delivery = .post
        let done = Event.resultReceived(ResultReceipt(by: try letters.agency(), approvedBy: "a", papers: []))
        let events: [Event] = [.completed(try letters.deadlines())]
        #expect(try letters.page(.result, events + [done]).contains("đến địa chỉ: 12 Trần Phú."))
        #expect(try !letters.page(.receipt, events).contains("Đơn không ghi địa chỉ"))
        letters.submitterAddress = nil
        #expect(try letters.page(.result, events + [done]).contains("nhưng đơn không ghi địa chỉ: đề nghị"))
        #expect(try letters.page(.receipt, events).contains("Đơn không ghi địa chỉ: đề nghị Ông/Bà báo địa chỉ"))
    }

    @Test("The letter of a citizen without an e-mail is marked to be printed, and what is printed says nothing of it")
    func Dieu4_1_toPrint() throws {
        var letters = try letters()
        let note = "Dòng này không được in."
        func mail() throws -> String {
            let context = try letters.context(try letters.dossier([.completed(try letters.deadlines())]))
            return String(decoding: Notice.bytes(.receipt, context, templates: letters.templates), as: UTF8.self)
        }
        #expect(try !mail().contains("X-Hoso-Print") && !mail().contains("class=3D\"screen\""))
        letters.email = nil
        let told = try mail()
        #expect(told.contains("X-Hoso-Print: yes\r\n"))
        #expect(told.contains("class=3D\"screen\"") && told.contains(".screen { display: none }"))
        let subject = try #require(told.split(separator: "Subject: ").last?.split(separator: "\r\n").first)
        #expect(subject.contains("W0luIHbDoCBnaWFv"), "[In và giao …")
        #expect(try !letters.page(.receipt, [.completed(try letters.deadlines())]).contains(note))
        #expect(!told.contains("Tran Thi Binh <motcua"))
    }

    @Test("An original whose name says that it is one is asked for once")
    func Dieu7_1a_original() throws {
        var letters = try SampleLetters()
        letters.title = "Bản chính giấy tờ, văn bản"
        let result = Event.resultReceived(ResultReceipt(by: try letters.agency(), approvedBy: "a", papers: []))
        let events: [Event] = [.completed(try letters.deadlines())]
        #expect(try letters.page(.receipt, events).contains("<li>Bản chính giấy tờ, văn bản để đối chiếu</li>"))
        let page = try letters.page(.result, events + [result])
        #expect(page.contains("<li>bản chính giấy tờ, văn bản để đối chiếu</li>"))
    }

    @Test("A draft that comes when the day is over offers no answer in time")
    func Dieu15_1_lateDraft() throws {
        var letters = try SampleLetters()
        let draft = Event.apologyDrafted(
            Apology(reason: "r", newDate: try letters.moment("2026-12-01T17:00")))
        let events: [Event] = [.completed(try letters.deadlines()), draft]
        let early = try letters.page(.apologyDraft, events)
        #expect(early.contains("đến hạn trả kết quả") && early.contains("đúng hạn: không phải làm gì"))
        letters.now = try letters.moment("2026-11-28T02:00")
        let late = try letters.page(.apologyDraft, events)
        #expect(late.contains("đã quá hạn trả kết quả") && !late.contains("đúng hạn"))
    }

    @Test(
        "The ways to pay name the account, and there is none of them where the agency has none",
        arguments: [NoticeKind.payment, .receipt, .result])
    func Dieu14_3_waysToPay(kind: NoticeKind) throws {
        var letters = try letters()
        letters.delivery = .post
        letters.fee = .init(amount: 200_000, due: .result)
        let result = Event.resultReceived(ResultReceipt(by: try letters.agency(), approvedBy: "a", papers: []))
        let events: [Event] = [.completed(try letters.deadlines())] + (kind == .result ? [result] : [])
        #expect(try letters.page(kind, events).contains("3511.0.1012345"))
        letters.bankAccount = nil
        let page = try letters.page(kind, events)
        #expect(page.lowercased().contains("trực tuyến trên cổng dịch vụ công") && page.contains("bưu điện"))
        #expect(!page.contains("tài khoản được công khai"))
    }

    @Test("A fee that an online result waits for is due before it")
    func Dieu16_3_beforeOnline() throws {
        var letters = try letters()
        letters.fee = .init(amount: 200_000, due: .result)
        letters.delivery = .online
        let events: [Event] = [.completed(try letters.deadlines())]
        #expect(try letters.page(.receipt, events).contains("nộp trước khi nhận kết quả, bằng một trong các cách"))
        letters.delivery = .counter
        #expect(try letters.page(.receipt, events).contains("nộp khi nhận kết quả, bằng một trong các cách"))
    }

    @Test("Who pays for an online result hears of both: the money, and the result that it releases")
    func Dieu16_3_released() throws {
        var letters = try letters()
        letters.fee = .init(amount: 50_000, due: .result)
        letters.delivery = .online
        let payment = PaymentReceipt(
            message: "m", amount: 50_000, paidAt: try letters.moment("2026-11-25T08:00"), channel: "online",
            reference: "GD1")
        let online = Collection(route: .online, collectedAt: try letters.moment("2026-11-25T08:00"))
        let due = try letters.deadlines()
        let page = try letters.page(.returned, [.completed(due)], last: [.paid(payment), .collected(online)])
        #expect(page.contains("Đã nhận <strong>50.000 đồng</strong> phí, lệ phí. Kết quả đã có trong tài khoản"))
        let before = try letters.page(.returned, [.completed(due), .paid(payment)], last: [.collected(online)])
        #expect(!before.contains("Đã nhận <strong>"), "what came before has its own letter")
        var counter = Collection(route: .counter, collectedAt: try letters.moment("2026-11-25T08:00"))
        counter.formSigned = true
        let other = try letters.page(
            .returned, [.completed(try letters.deadlines()), .paid(payment), .collected(counter)])
        #expect(!other.contains("Đã nhận <strong>"))
    }

    @Test("An answer about money names the sum, and the reference by which whoever paid knows it")
    func Dieu7_2b_whichMoney() throws {
        let payment = PaymentReceipt(
            message: "m-1", amount: 200_000, paidAt: Counted.moment("2026-11-23T14:00"), channel: "online",
            reference: "GDpay-12p")
        let page = try answer(.paidAlready, "payment", "payments", payment: payment)
        #expect(page.contains("thông tin về khoản nộp 200.000 đồng, mã giao dịch GDpay-12p (mã thông điệp m-1)"))
    }

    private func answer(
        _ reason: RejectionReason, _ kind: String, _ channel: String, detail: String? = nil, after events: [Event] = [],
        as letter: NoticeKind = .answer, payment: PaymentReceipt? = nil
    ) throws -> String {
        let letters = try letters()
        let rejection = Rejection(
            message: kind == "scan" ? "scan-x-0123456789abcdef" : "m-1", kind: kind, channel: channel, reason: reason,
            detail: detail, payment: payment)
        let plain = try letters.context(try letters.dossier(events))
        let context = NoticeContext(
            subject: .answer(rejection, try letters.dossier(events)), procedure: plain.procedure, agency: plain.agency,
            siteName: plain.siteName, siteCode: plain.siteCode, from: plain.from, staff: plain.staff, at: plain.at,
            eventNumber: plain.eventNumber)
        return String(decoding: Notice.page(letter, context, templates: letters.templates), as: UTF8.self)
    }

    @Test("An agency is told to send a message again only where that can help", arguments: RejectionReason.allCases)
    func Dieu4_1_whatAgenciesDo(reason: RejectionReason) throws {
        let page = try answer(reason, "result", "agencies/000.00.12.H34", as: .agencyAnswer)
        let never: [RejectionReason] = [
            .closed, .otherAgency, .leadAgencyOnly, .alreadyExtended, .resultAlready, .resolvedAlready,
            .handedOn, .noAppointment,
        ]
        let later: [RejectionReason] = [.notHandedOver, .heldByOffice, .noResult]
        #expect(page.contains("Không phải gửi lại") == never.contains(reason))
        #expect(page.contains("gửi lại chính thông điệp này") == later.contains(reason))
        #expect(!page.contains("lập hồ sơ mới"), "that is for citizens")
    }

    @Test("No answer cites the article on prohibited acts", arguments: RejectionReason.allCases)
    func Dieu4_5_answers(reason: RejectionReason) throws {
        for (kind, channel, letter) in [
            ("result", "agencies/000.00.12.H34", NoticeKind.agencyAnswer), ("supplement", "online", .answer),
        ] {
            let page = try answer(reason, kind, channel, detail: "x", as: letter)
            #expect(!page.contains(#/Điều 4(?!\d)/#))
        }
    }

    @Test("Citizens are told how the dossier ended and what is left to do, without ids that are none of theirs")
    func Dieu4_1_whatCitizensDo() throws {
        let scan = try answer(.closed, "scan", "postal", detail: "returned")
        #expect(!scan.contains("scan-x") && scan.contains("đã kết thúc (đã trả kết quả) và không chờ giấy tờ nào"))
        #expect(scan.contains("để nhận lại"))
        let late = try answer(.resolvedAlready, "withdrawal", "online")
        #expect(late.contains("không rút được nữa") && late.contains("khiếu nại") && late.contains("nộp hồ sơ mới"))
        let supplement = try answer(.otherAccount, "supplement", "online")
        #expect(
            supplement.contains("(khoản 2 Điều 6 Quy chế ban hành kèm theo Quyết định số 08/2018/QĐ-UBND)")
                && !supplement.contains("Điều 6.2"))
    }
}
