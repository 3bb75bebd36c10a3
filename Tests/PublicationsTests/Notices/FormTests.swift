import Bytes
import Dossiers
import Publications
import Testing

@Suite("The forms of a one-stop office")
struct FormTests {
    @Test("The appointment names the date, what to bring, and how to pay: always all three")
    func Dieu14_3_threeParts() throws {
        var letters = try SampleLetters()
        letters.fee = .init(amount: 30_000, due: .result)
        let page = try letters.page(.receipt, [.completed(try letters.deadlines())])
        #expect(
            page.contains(
                "5. Thời gian trả kết quả giải quyết hồ sơ: <strong>14 giờ 00 phút, ngày 26 tháng 11 năm 2026"))
        #expect(page.contains("<li>Phiếu yêu cầu: ký trực tiếp tại nơi nhận kết quả</li>"))
        #expect(page.contains("<li>Bản chính Giấy chứng nhận để đối chiếu</li>"))
        #expect(
            page.contains("<strong>30.000 đồng</strong>; đề nghị Ông/Bà nộp khi nhận kết quả, trực tiếp tại cơ quan"))
        letters.level = 4
        letters.delivery = .online
        let online = try letters.page(.receipt, [.completed(try letters.deadlines())])
        #expect(online.contains("không có; kết quả được gửi vào tài khoản của Ông/Bà"))
        #expect(online.contains("thanh toán trực tuyến trên Cổng dịch vụ công"))
        letters.fee = nil
        #expect(
            try letters.page(.receipt, [.completed(try letters.deadlines())]).contains("7. Phí, lệ phí: không thu."))
    }

    @Test("The receipt has heading, number, papers, book, signature blocks, and the picture of its code")
    func receipt() throws {
        let letters = try SampleLetters()
        let page = try letters.page(.receipt, [.completed(try letters.deadlines())])
        for part in [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 17/TNHS",
            "Kon Tum, ngày 23 tháng 11 năm 2026", "Mẫu số 01 (Thông tư số 03/2025/TT-VPCP)",
            "2. Số lượng hồ sơ: 01 (bộ)", "Quyển số 11/2026, Số thứ tự 23-0001", "NGƯỜI NỘP HỒ SƠ",
            "NGƯỜI TIẾP NHẬN HỒ SƠ",
            "Trân trọng./.",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"Mã QR của hồ sơ 000.00.12.H34-261123-0001\"",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        #expect(page.contains("<td class=\"n\">1</td><td>Phiếu yêu cầu</td><td class=\"n\">01</td>"))
        #expect(
            page.contains("<td class=\"n\">2</td><td>Giấy chứng nhận</td><td class=\"n\"></td><td class=\"n\">01</td>"))
    }

    @Test("The supplement slip lists every fault with what to do, and whom to ask")
    func Dieu14_2_everyFault() throws {
        let letters = try SampleLetters()
        let findings = [Finding(.missingComponent, component: "GCN"), Finding(.emptyFile, component: "PYC")]
        let page = try letters.page(
            .supplement,
            [
                .examined(Examination(papers: [], findings: findings, signatures: [])),
                .waiting(state: .awaitingSupplement),
            ])
        #expect(page.contains("Số: 17/HDHS"))
        #expect(page.contains("<td class=\"n\">1</td>") && page.contains("<td class=\"n\">2</td>"))
        #expect(page.contains("“Giấy chứng nhận”") && page.contains("“Phiếu yêu cầu”"))
        #expect(page.contains("khoản 1 Điều 14"))
        #expect(page.contains("số điện thoại 02603 123 456"))
        #expect(page.contains("NGƯỜI HƯỚNG DẪN"))
        #expect(!page.contains("Theo yêu cầu của"))
    }

    @Test("The supplement slip has the form's columns: a form signed by hand, or a certified copy, one of each")
    func quantities() throws {
        var letters = try SampleLetters()
        letters.level = 4
        let findings = [
            Finding(.emptyFile, component: "GCN"), Finding(.unsigned, component: "GCN"),
            Finding(.unsigned, component: "PYC"),
        ]
        let page = try letters.page(
            .supplement,
            [
                .examined(Examination(papers: [], findings: findings, signatures: [])),
                .waiting(state: .awaitingSupplement),
            ])
        for head in ["Bản chính", "Bản chứng thực", "Bản photo"] {
            #expect(page.contains("<th scope=\"col\" class=\"n\">\(head)</th>"))
        }
        let counts = page.matches(of: #/<td class="n">(\d*)</td><td class="n">(\d*)</td><td class="n"></td><td>/#)
            .map { "\($0.1)|\($0.2)" }
        #expect(counts == ["|", "|01", "01|"])
    }

    @Test("What an agency asks for or refuses shows its reasons and who approved it")
    func Dieu15_2_reasonsAndApprover() throws {
        let letters = try SampleLetters()
        let request = SupplementRequest(
            by: try letters.agency(), reasons: ["Bản đồ mờ"], components: ["GCN"], approvedBy: "Lê Văn Duyệt")
        let finding = Finding(.requestedByAgency, component: "GCN", found: "Bản đồ mờ")
        let supplement = try letters.page(
            .supplement,
            [
                .completed(try letters.deadlines()), .supplementRequested(request),
                .examined(Examination(papers: [], findings: [finding], signatures: [])),
            ])
        #expect(supplement.contains("Bản đồ mờ"))
        #expect(supplement.contains("Theo yêu cầu của Sở Tài nguyên và Môi trường; người duyệt: Lê Văn Duyệt."))
        let refusal = AgencyRefusal(
            by: try letters.agency(), reasons: ["Thửa đất đang tranh chấp"], approvedBy: "Lê Văn Duyệt", refund: false)
        let page = try letters.page(.agencyRefusal, [.completed(try letters.deadlines()), .agencyRefused(refusal)])
        #expect(page.contains("<li>Thửa đất đang tranh chấp</li>"))
        #expect(page.contains("Người duyệt: Lê Văn Duyệt"))
        #expect(page.contains("THỦ TRƯỞNG CƠ QUAN"))
    }

    @Test(
        "The day of receipt chooses the forms: none before 2018, six from then, seven from 15 September 2025",
        arguments: [
            ("2018-06-01", nil, "Phiếu xin lỗi và hẹn lại ngày trả kết quả", "Thông báo không giải quyết hồ sơ"),
            (
                "2025-09-14", "Thông tư số 01/2018/TT-VPCP", "Phiếu xin lỗi và hẹn lại ngày trả kết quả",
                "Thông báo không giải quyết hồ sơ"
            ),
            (
                "2025-09-15", "Thông tư số 03/2025/TT-VPCP", "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết",
                "Thông báo dừng giải quyết hồ sơ"
            ),
        ] as [(String, String?, String, String)])
    func formSets(day: String, rule: String?, apology: String, stop: String) throws {
        var letters = try SampleLetters()
        letters.day = day
        let granted = Extension(
            by: try letters.agency(), reason: "Chờ đo đạc", newDate: try letters.moment("2026-12-01T17:00"),
            approvedBy: "Lê Văn Duyệt")
        let page = try letters.page(.apology, [.completed(try letters.deadlines()), .extended(granted)])
        #expect(page.contains("<h1>\(apology)</h1>"))
        #expect(page.contains("Số: 17/PXL"))
        #expect(page.contains("Chờ đo đạc") && page.contains("17 giờ 00 phút, ngày 01 tháng 12 năm 2026"))
        if let rule { #expect(page.contains("Mẫu số 04 (\(rule))")) } else { #expect(!page.contains("Mẫu số")) }
        let refusal = AgencyRefusal(by: try letters.agency(), reasons: ["r"], approvedBy: "a", refund: false)
        let stopped = try letters.page(.agencyRefusal, [.agencyRefused(refusal)])
        #expect(stopped.contains("<h1>\(stop)</h1>"))
        #expect(stopped.contains("Mẫu số 05") == (stop == "Thông báo dừng giải quyết hồ sơ"))
    }

    @Test("A new date past the decided calendar says so wherever it stands, and a draft's says it of the draft alone")
    func Dieu15_1_provisional() throws {
        let letters = try SampleLetters()
        let due = Event.completed(try letters.deadlines())
        var granted = Extension(
            by: try letters.agency(), reason: "r", newDate: try letters.moment("2027-02-08T10:00"), approvedBy: "a")
        var draft = Apology(reason: "r", newDate: granted.newDate)
        for isProvisional in [true, false] {
            granted.provisional = isProvisional
            draft.provisional = isProvisional
            let dossier = try letters.dossier([due, .extended(granted)])
            let pages = [
                try letters.page(.apology, [due, .extended(granted)]),
                try letters.page(.apologyDraft, [due, .apologyDrafted(draft)]),
                String(
                    decoding: RegisterSheet.html(
                        [dossier], from: dossier.code.day, to: dossier.code.day, agency: nil, site: "Kon Tum",
                        catalogue: Counted.catalogue(), templates: letters.templates), as: UTF8.self),
            ]
            for page in pages { #expect(page.contains("(tạm tính)") == isProvisional) }
            let status = StatusFile.xml(for: dossier, procedure: nil, agency: nil)
            #expect(String(decoding: status, as: UTF8.self).contains("tamTinh=\"true\"") == isProvisional)
            #expect(try !letters.page(.receipt, [due, .apologyDrafted(draft)]).contains("tạm tính"))
        }
    }

    @Test("Form numbers follow the set", arguments: FormName.allCases)
    func numbers(form: FormName) {
        #expect(FormSet.local.number(of: form) == nil)
        let expected: [FormName: (String?, String)] = [
            .receipt: ("01", "01"), .supplement: ("02", "02"), .refusal: ("03", "03"), .apology: ("04", "04"),
            .stopped: (nil, "05"), .control: ("05", "06"), .register: ("06", "07"),
        ]
        #expect(FormSet.circular2018.number(of: form) == expected[form]?.0)
        #expect(FormSet.circular2025.number(of: form) == expected[form]?.1)
    }

    @Test("The letter about the post asks for the form where it is unsigned, and tells which copies do not count")
    func postal() throws {
        let sample = try SampleLetters()
        let paper = Paper(file: "gcn.pdf", size: 100, sha256: Digest(Array(repeating: 2, count: 32)), type: .pdf)
        func examined(_ components: [String]) -> Event {
            .examined(
                Examination(
                    papers: [ExaminedPaper(component: "GCN", paper: paper)],
                    findings: components.map { Finding(.unsigned, component: $0) }, signatures: []))
        }
        func copied(_ finding: Finding) throws -> Event {
            .postalCopyReceived(
                PostalCopyReceipt(
                    message: "m", trackingNumber: "RB1VN", receivedAt: try sample.moment("2026-11-25T08:00"),
                    papers: [], findings: [finding]))
        }
        let copy = try copied(Finding(.notCertified, component: "GCN", file: "gcn.pdf"))
        let form = "Mẫu đơn, tờ khai đã ký"
        let first = try sample.page(.postal, [examined(["PYC", "GCN"])])
        #expect(first.contains(form) && !first.contains("chưa được tính"))
        let second = try sample.page(.postal, [copy, examined(["GCN"])])
        #expect(!second.contains(form))
        #expect(second.contains("số bưu gửi RB1VN"))
        #expect(second.contains("Giấy tờ “Giấy chứng nhận”: bản gửi đến không ghi cơ quan chứng thực"))
        #expect(second.contains("bắt đầu từ khi nhận đủ"))
        let without = try copied(Finding(.missingComponent, component: "PYC"))
        let third = try sample.page(.postal, [without, examined(["PYC"])])
        #expect(third.contains("“Phiếu yêu cầu”: chưa thấy trong bản quét của bưu gửi này"))
        let later = try sample.page(.postal, [.completed(try sample.deadlines()), examined(["GCN"])])
        #expect(later.contains("Thời gian chờ không tính vào thời hạn"))
        #expect(!later.contains("bắt đầu từ khi nhận đủ"))
    }

    @Test("The result's letter says how to get it at the counter, and with which originals")
    func Dieu7_1a_resultAtTheCounter() throws {
        let letters = try SampleLetters()
        let result = ResultReceipt(by: try letters.agency(), approvedBy: "a", papers: [])
        let page = try letters.page(.result, [.completed(try letters.deadlines()), .resultReceived(result)])
        #expect(page.contains("Mời Ông/Bà đến Bộ phận tiếp nhận và trả kết quả"))
        #expect(page.contains("<li>bản chính Giấy chứng nhận để đối chiếu</li>"))
        #expect(page.contains("<li>Phiếu yêu cầu: ký trực tiếp tại nơi nhận kết quả</li>"))
    }

    @Test("An online result waits for a fee only where one is owed with it")
    func Dieu16_3_feeOwed() throws {
        var letters = try SampleLetters()
        letters.level = 4
        letters.delivery = .online
        let result = ResultReceipt(by: try letters.agency(), approvedBy: "a", papers: [])
        let events: [Event] = [.completed(try letters.deadlines()), .resultReceived(result)]
        #expect(try !letters.page(.result, events).contains("ngay sau khi nhận đủ"))
        letters.fee = .init(amount: 30_000, due: .result)
        #expect(try letters.page(.result, events).contains("ngay sau khi nhận đủ 30.000 đồng phí"))
        let payment = PaymentReceipt(
            message: "m", amount: 30_000, paidAt: try letters.moment("2026-11-25T08:00"), channel: "online",
            reference: "GD1")
        #expect(try !letters.page(.result, events + [.paid(payment)]).contains("ngay sau khi nhận đủ"))
    }

    @Test(
        "A letter to somebody whose dossier waits says for what, and neither that nothing is to be done nor the old date",
        arguments: [NoticeKind.paid, .supplemented, .rerouted, .apology])
    func Dieu14_2_stillWaits(kind: NoticeKind) throws {
        let letters = try SampleLetters()
        let granted = Extension(
            by: try letters.agency(), reason: "Chờ đo đạc", newDate: try letters.moment("2026-12-01T17:00"),
            approvedBy: "Lê Văn Duyệt")
        let complete = Event.completed(try letters.deadlines())
        let nothing = "phải làm gì thêm"
        let running = try letters.page(kind, [complete] + (kind == .apology ? [.extended(granted)] : []))
        #expect(running.contains(nothing) && !running.contains("đang chờ Ông/Bà"))
        let asked = Finding(.requestedByAgency, component: "GCN", found: "Bản đồ mờ")
        let waiting: [Event] = [
            complete, .examined(Examination(papers: [], findings: [asked], signatures: [])), .paused(.supplement),
            .waiting(state: .awaitingSupplement), .held(PersonalAct(by: "hoa", reason: "xem lại")),
        ]
        let page = try letters.page(kind, waiting + (kind == .apology ? [.extended(granted)] : []))
        #expect(page.contains("Hồ sơ vẫn đang chờ Ông/Bà") && page.contains("Bản đồ mờ"))
        #expect(page.contains("Thời hạn giải quyết đang tạm dừng"))
        #expect(!page.contains(nothing))
        #expect(page.contains("14 giờ 00 phút, ngày 26 tháng 11 năm 2026") == (kind == .apology))
    }

    @Test("Papers are said to be with the agency only where it has the dossier, and a copy by post to be no file")
    func Dieu7_2a_copyAside() throws {
        let letters = try SampleLetters()
        let missing = Finding(.missingComponent, component: "GCN")
        let paper = Paper(file: "gcn.pdf", size: 100, sha256: Digest(Array(repeating: 2, count: 32)), type: .pdf)
        func copy(of component: String) throws -> Event {
            .postalCopyReceived(
                PostalCopyReceipt(
                    message: "m", trackingNumber: "RB1VN", receivedAt: try letters.moment("2026-11-25T08:00"),
                    papers: [ExaminedPaper(component: component, paper: paper)], findings: []))
        }
        let waiting: [Event] = [
            .examined(Examination(papers: [], findings: [missing], signatures: [])),
            .waiting(state: .awaitingSupplement),
        ]
        let aside = try letters.page(.supplemented, waiting + [try copy(of: "GCN")])
        #expect(!aside.contains("chuyển đến"))
        #expect(aside.contains("Bản giấy gửi qua bưu điện không thay cho tệp"))
        #expect(aside.contains("Thiếu giấy tờ “Giấy chứng nhận”"))
        #expect(try !letters.page(.supplemented, waiting + [try copy(of: "PYC")]).contains("không thay cho tệp"))
        let complete = try letters.page(.supplemented, [.completed(try letters.deadlines()), try copy(of: "GCN")])
        #expect(complete.contains("và chuyển đến Sở Tài nguyên và Môi trường"))
    }

    @Test("Who is asked for a file hears that the certified copy of it is here and need not be sent again")
    func Dieu7_2a_copyReady() throws {
        var letters = try SampleLetters()
        let missing = Finding(.missingFile, component: "GCN", file: "gcn.pdf")
        var copy = ExaminedPaper(
            component: "GCN",
            paper: Paper(file: "copy.pdf", size: 100, sha256: Digest(Array(repeating: 3, count: 32)), type: .pdf))
        copy.vouched = .byCertification(by: "UBND phường", on: try letters.moment("2026-11-23T08:00").day)
        let received = Event.postalCopyReceived(
            PostalCopyReceipt(
                message: "m", trackingNumber: "RB1VN", receivedAt: try letters.moment("2026-11-23T08:00"),
                papers: [copy], findings: []))
        let asked = Event.examined(Examination(papers: [], findings: [missing], signatures: []))
        for level in [3, 4] {
            letters.level = level
            for kind in [NoticeKind.supplement, .supplemented] {
                let page = try letters.page(kind, [asked, .waiting(state: .awaitingSupplement), received])
                #expect(page.contains("được giữ sẵn, được tính khi nhận được tệp") == (level == 4))
            }
        }
    }

    @Test("A copy that was certified on a day to come is told with that day")
    func Dieu7_2a_certifiedAhead() throws {
        let letters = try SampleLetters()
        let finding = Finding(.notCertified, component: "GCN", file: "gcn.pdf", found: "2027-11-20")
        let copy = Event.postalCopyReceived(
            PostalCopyReceipt(
                message: "m", trackingNumber: "RB1VN", receivedAt: try letters.moment("2026-11-23T08:00"), papers: [],
                findings: [finding]))
        let asked = Event.examined(
            Examination(papers: [], findings: [Finding(.unsigned, component: "GCN")], signatures: []))
        let page = try letters.page(.postal, [copy, asked])
        #expect(page.contains("ngày chứng thực được ghi là ngày 20 tháng 11 năm 2027, chưa đến"))
    }

    @Test("Each letter about money that goes back tells of its own order")
    func Dieu8_2c_ownOrder() throws {
        var letters = try SampleLetters()
        letters.fee = .init(amount: 200_000, due: .submission)
        let payment = PaymentReceipt(
            message: "m", amount: 200_000, paidAt: try letters.moment("2026-11-23T14:00"), channel: "online",
            reference: "GD1")
        func order(_ amount: Int, _ reason: String, _ basis: String) -> Event {
            .refundOrdered(RefundOrder(amount: amount, references: ["GD1"], reason: reason, basis: basis))
        }
        func refusal(_ refund: Bool) throws -> Event {
            .agencyRefused(
                AgencyRefusal(by: try letters.agency(), reasons: ["Tranh chấp"], approvedBy: "Bình", refund: refund))
        }
        let part: [Event] = [
            .paid(payment), .completed(try letters.deadlines()), order(50_000, "Thu thừa", "Thông tư 1"),
        ]
        let first = try letters.page(.refund, part)
        #expect(first.contains("50.000") && first.contains("Thông tư 1") && first.contains("Thu thừa"))
        let own = try letters.page(
            .agencyRefusal, part, last: [try refusal(true), order(150_000, "x", "Điều 8.2c")])
        #expect(
            own.contains(
                "150.000 đồng phí, lệ phí Ông/Bà đã nộp được hoàn trả; căn cứ: điểm c khoản 2 Điều 8 Quy chế ban"))
        #expect(!own.contains("50.000 đồng phí, lệ phí Ông/Bà đã nộp được hoàn trả; căn cứ: Thông tư 1"))
        for refund in [false, true] {
            #expect(try !letters.page(.agencyRefusal, part, last: [try refusal(refund)]).contains("hoàn trả"))
        }
        let afterwards = part + [try refusal(true), order(150_000, "x", "Thông tư 2")]
        #expect(try !letters.page(.agencyRefusal, afterwards).contains("hoàn trả"), "a person's later order")
        let granted = Extension(
            by: try letters.agency(), reason: "Chờ đo đạc", newDate: try letters.moment("2026-12-01T17:00"),
            approvedBy: "Bình")
        let apology = try letters.page(.apology, part + [.extended(granted)])
        #expect(apology.contains("Chờ đo đạc") && !apology.contains("Thu thừa"))
    }

    @Test("Who takes a dossier back hears what becomes of the fee, and of agencies only where they had it")
    func Dieu8_2c_withdrawn() throws {
        var letters = try SampleLetters()
        letters.fee = .init(amount: 200_000, due: .submission)
        let payment = Event.paid(
            PaymentReceipt(
                message: "m", amount: 200_000, paidAt: try letters.moment("2026-11-23T14:00"), channel: "online",
                reference: "GD1"))
        let withdrawn = Event.withdrawn(Withdrawal(reason: nil))
        let early = try letters.page(.withdrawn, [.waiting(state: .awaitingSupplement), withdrawn])
        #expect(!early.contains("đã được thông báo") && !early.contains("không tự động được hoàn trả"))
        let late = try letters.page(.withdrawn, [payment, .completed(try letters.deadlines()), withdrawn])
        #expect(late.contains("các cơ quan giải quyết đã được thông báo"))
        #expect(late.contains("đã nộp (200.000 đồng) không tự động được hoàn trả"))
        let order = RefundOrder(amount: 200_000, references: ["GD1"], reason: "x", basis: "y")
        #expect(try !letters.page(.withdrawn, [payment, .refundOrdered(order), withdrawn]).contains("hoàn trả"))
    }

    @Test("Who submitted without an account is not told to log in")
    func Dieu6_2_withoutAccount() throws {
        var letters = try SampleLetters()
        let login = "đăng nhập tài khoản đã nộp hồ sơ"
        #expect(try letters.page(.supplement, []).contains(login))
        letters.level = 2
        letters.account = nil
        let page = try letters.page(.supplement, [])
        #expect(!page.contains(login) && page.contains("không cần đăng nhập, và gửi bổ sung"))
    }

    @Test("A value from outside can neither become markup nor a line of its own")
    func OP4_markup() throws {
        let letters = try SampleLetters()
        let granted = Extension(
            by: try letters.agency(), reason: "<script>\nalert(1)</script>",
            newDate: try letters.moment("2026-12-01T17:00"),
            approvedBy: "</td><td>")
        let page = try letters.page(.apology, [.completed(try letters.deadlines()), .extended(granted)])
        #expect(page.contains("&lt;script&gt; alert(1)&lt;/script&gt;"))
        #expect(!page.contains("<script>") && page.contains("&lt;/td&gt;&lt;td&gt;"))
    }
}
