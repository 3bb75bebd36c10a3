import Bytes
import Dossiers
import Publications
import Testing

/// What letters say of where to go, by when, and what holds meanwhile.
@Suite("What letters advise")
struct LetterAdviceTests {
    @Test(
        "Where the agency has an address, letters say where to go and to write to",
        arguments: [NoticeKind.supplement, .postal, .payment, .receipt, .result, .refund, .agencyRefusal])
    func Dieu7_2a_whereTo(kind: NoticeKind) throws {
        var letters = try SampleLetters()
        letters.fee = .init(amount: 30_000, due: .submission)
        let refusal = AgencyRefusal(
            by: try letters.agency(), reasons: ["Tranh chấp"], approvedBy: "Lê Văn Duyệt", refund: true)
        let events: [Event] = kind == .agencyRefusal ? [.agencyRefused(refusal)] : []
        func letter() throws -> String {
            let context = try letters.context(try letters.dossier(events))
            return String(decoding: Notice.page(kind, context, templates: letters.templates), as: UTF8.self)
        }
        let plain = try letter()
        #expect(!plain.contains("địa chỉ ,") && !plain.contains(", ,"))
        letters.address = "45 Trần <Hưng> Đạo"
        #expect(try letter().contains("Sở Tài nguyên và Môi trường, địa chỉ 45 Trần &lt;Hưng&gt; Đạo"))
    }

    @Test(
        "Whoever is asked for something is told that no time limit is set, and what the wait means",
        arguments: [NoticeKind.supplement, .postal, .payment])
    func Dieu14_2_noTimeLimit(kind: NoticeKind) throws {
        let letters = try SampleLetters()
        let context = try letters.context(try letters.dossier([]))
        let page = String(decoding: Notice.page(kind, context, templates: letters.templates), as: UTF8.self)
        #expect(page.contains("không ấn định ngày phải"))
        #expect(page.contains(#/[Tt]hời hạn giải quyết/#))
    }

    @Test(
        "An apology says of a dossier that another agency got who received it", arguments: ["2025-09-14", "2025-09-15"])
    func Dieu15_1_rerouted(day: String) throws {
        var letters = try SampleLetters()
        letters.day = day
        let other = try #require(AgencyCode("000.00.08.H34"))
        let granted = Extension(
            by: other, reason: "Chờ đo đạc", newDate: try letters.moment("2026-12-01T17:00"), approvedBy: "Lê Văn Duyệt"
        )
        let due = Event.completed(try letters.deadlines())
        let name = "Sở Tài nguyên và Môi trường"
        #expect(try letters.page(.apology, [due, .extended(granted)]).contains("\(name) đã tiếp nhận hồ sơ"))
        let moved = Event.rerouted(to: other, PersonalAct(by: "hoa", reason: "thẩm quyền"))
        let page = try letters.page(.apology, [due, moved, .extended(granted)])
        #expect(page.contains("Bộ phận tiếp nhận và trả kết quả đã tiếp nhận hồ sơ"))
        #expect(page.contains("hồ sơ sau đó được chuyển đến \(name) giải quyết"))
    }

    @Test(
        "An extension that comes while the clock stands gives its date with what still moves it",
        arguments: ["2025-09-14", "2025-09-15"], [true, false])
    func Dieu15_1_extendedWhilePaused(day: String, isPaused: Bool) throws {
        var letters = try SampleLetters()
        letters.day = day
        let granted = Extension(
            by: try letters.agency(), reason: "Chờ đo đạc", newDate: try letters.moment("2026-12-01T17:00"),
            approvedBy: "Lê Văn Duyệt")
        let page = try letters.page(
            .apology,
            [.completed(try letters.deadlines())] + (isPaused ? [.paused(.supplement)] : []) + [.extended(granted)])
        #expect(page.contains("ngày này được lùi thêm theo thời gian hồ sơ còn tạm dừng") == isPaused)
    }

    @Test(
        "A letter about a supplement that a person has to look at gives no date while the clock stands",
        arguments: [true, false])
    func Dieu4_6_heldWhilePaused(isPaused: Bool) throws {
        let letters = try SampleLetters()
        let page = try letters.page(
            .held,
            [.completed(try letters.deadlines())] + (isPaused ? [.paused(.supplement)] : []) + [
                .examined(Examination(papers: [], findings: [Finding(.signerDiffers)], signatures: [])),
                .waiting(state: .held),
            ])
        #expect(page.contains("ngày 26 tháng 11 năm 2026</strong> không thay đổi") == !isPaused)
        #expect(page.contains("Thời hạn giải quyết vẫn tạm dừng") == isPaused)
    }

    @Test("The letter about a clock that runs again while a person looks gives the new date, and says at what")
    func Dieu4_6_resumedWhileHeld() throws {
        let letters = try SampleLetters()
        let due = try letters.deadlines()
        func page(_ findings: [Finding], _ held: [Event]) throws -> String {
            let examined = Event.examined(Examination(papers: [], findings: findings, signatures: []))
            return try letters.page(
                .resumed, [.completed(due), .paused(.supplement)], last: [examined, .resumed(due)] + held)
        }
        let looked = try page([Finding(.signerDiffers)], [.waiting(state: .held)])
        #expect(looked.contains("Thời gian trả kết quả mới: <strong>14 giờ 00 phút, ngày 26 tháng 11"))
        #expect(looked.contains("cần cán bộ xem xét:</p>\n<ul><li>") && !looked.contains("hợp lệ. "))
        let sound = try page([], [])
        #expect(sound.contains("đầy đủ, hợp lệ. ") && !sound.contains("cán bộ xem xét"))
    }

    @Test("Once a person has looked, the letter says so, and that the date is the same")
    func Dieu4_6_decided() throws {
        var letters = try SampleLetters()
        let due = try letters.deadlines()
        letters.now = try letters.moment("2026-11-25T09:00")
        let page = try letters.page(
            .resumed, [.completed(due), .paused(.supplement), .resumed(due), .waiting(state: .held), .resumed(due)])
        #expect(page.contains("đã được cán bộ xem xét xong."))
        #expect(page.contains("Thời gian trả kết quả không thay đổi: <strong>14 giờ 00 phút, ngày 26 tháng 11"))
        for word in ["trả kết quả mới", "bổ sung", "và hẹn trả"] { #expect(!page.contains(word), "\(word)") }
    }

    @Test("The letter about what a person looks at asks, while the clock stands, for what is still open")
    func Dieu4_6_heldAndAsked() throws {
        let letters = try SampleLetters()
        func page(_ findings: [Finding]) throws -> String {
            try letters.page(
                .held,
                [
                    .completed(try letters.deadlines()), .paused(.supplement),
                    .examined(Examination(papers: [], findings: findings, signatures: [])), .waiting(state: .held),
                ])
        }
        let asks = try page([Finding(.signerDiffers), Finding(.unsigned, component: "GCN", file: "gcn.pdf")])
        #expect(asks.contains("vẫn đang chờ Ông/Bà:") && asks.contains("Bản giấy gửi qua bưu điện xin gửi đến"))
        #expect(!asks.contains("không cần nộp lại hồ sơ"))
        let looks = try page([Finding(.signerDiffers)])
        #expect(!looks.contains("đang chờ Ông/Bà") && looks.contains("không cần nộp lại hồ sơ"))
    }

    @Test(
        "A receipt says when the fee is to be paid, also where it cannot be paid with the submission",
        arguments: [
            (3, Procedure.Fee.Due.submission, "nộp trước khi nhận kết quả, trực tiếp"),
            (3, .result, "nộp khi nhận kết quả, trực tiếp"),
        ])
    func Dieu7_1b_whenToPay(level: Int, due: Procedure.Fee.Due, says: String) throws {
        var letters = try SampleLetters()
        letters.level = level
        letters.fee = .init(amount: 500_000, due: due)
        let page = try letters.page(.receipt, [.completed(try letters.deadlines())])
        #expect(page.contains(says))
        #expect(!page.contains("nộp,"))
    }

    @Test(
        "A letter calls no appointment that is over a new one or the same: it says so, apologises, and tells what follows",
        arguments: [NoticeKind.resumed, .rerouted], [false, true])
    func Dieu14_3_overBefore(kind: NoticeKind, isExtended: Bool) throws {
        let letters = try SampleLetters()
        let missed = Deadlines(
            from: try letters.moment("2026-11-18T14:00"), handOver: try letters.moment("2026-11-19T10:00"),
            result: try letters.moment("2026-11-20T14:00"), provisional: false)
        let granted = Extension(
            by: try letters.agency(), reason: "Chờ đo đạc", newDate: try letters.moment("2026-11-20T17:00"),
            approvedBy: "Lê Văn Duyệt")
        let page = try letters.page(kind, [.completed(missed)] + (isExtended ? [.extended(granted)] : []))
        let hour = isExtended ? "17" : "14"
        #expect(page.contains("đã hẹn (\(hour) giờ 00 phút, ngày 20 tháng 11 năm 2026) đã qua"))
        #expect(page.contains("xin lỗi Ông/Bà"))
        // A date is put off once.
        #expect(page.contains("hoặc có ngày hẹn mới") == !isExtended)
        for promise in ["trả kết quả mới", "không thay đổi", "giải quyết hồ sơ và hẹn"] {
            #expect(!page.contains(promise), "\(promise)")
        }
        let running = try letters.page(kind, [.completed(try letters.deadlines())])
        #expect(running.contains("<strong>14 giờ 00 phút, ngày 26 tháng 11 năm 2026") && !running.contains("đã qua"))
    }

    @Test("An agency that wants to put off what has no appointment is told why, and not to send it again")
    func Dieu2_2_nothingToExtend() throws {
        let letters = try SampleLetters()
        let about = try letters.context(try letters.dossier([.forwarded]))
        func page(_ reason: RejectionReason) throws -> String {
            guard case .dossier(let dossier) = about.subject else { return "" }
            let rejection = Rejection(
                message: "m", kind: "extension", channel: "agencies/000.00.12.H34", reason: reason)
            let context = NoticeContext(
                subject: .answer(rejection, dossier), procedure: about.procedure, agency: about.agency,
                siteName: about.siteName, siteCode: about.siteCode, from: about.from, staff: about.staff, at: about.at,
                eventNumber: 3)
            return String(decoding: Notice.page(.agencyAnswer, context, templates: letters.templates), as: UTF8.self)
        }
        let told = try page(.noAppointment)
        #expect(
            told.contains("không có ngày hẹn trả kết quả để hẹn lại")
                && told.contains("(khoản 2 Điều 2 Quy chế ban hành"))
        #expect(!told.contains("Đề nghị sửa và gửi lại") && told.contains("Trân trọng"))
        #expect(try page(.noReason).contains("Đề nghị sửa và gửi lại"))
    }
}
