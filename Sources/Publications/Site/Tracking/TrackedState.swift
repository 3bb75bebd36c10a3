import Dossiers

/// A state as a citizen is told of it: in words, as a step of the way, and what to do next.
struct TrackedState {
    /// What colour and sign it gets beside its words.
    enum Kind: String {
        /// Somebody of the office is at it.
        case going = ""
        /// The citizen is waited for.
        case now
        case done
        /// It came to an end without a result.
        case end
    }

    /// The way of every dossier, in order.
    static let way: [Bilingual] = [
        Bilingual("Nộp hồ sơ", "Submitted"), Bilingual("Kiểm tra", "Examination"),
        Bilingual("Tiếp nhận", "Accepted"), Bilingual("Giải quyết", "With the agency"),
        Bilingual("Có kết quả", "Result ready"), Bilingual("Trả kết quả", "Result handed over"),
    ]

    let kind: Kind
    /// The place in `way` where it is now; of one that ended, the place after the last that it is known to have passed.
    let step: Int
    let name: Bilingual
    let next: Bilingual
    /// The part of the guide that says more.
    let anchor: String

    init(_ standing: TrackedStanding) {
        let state = TrackedState(standing.state)
        // The others come after the hand-over by themselves.
        guard standing.isHandedOver, state.step == 1 else {
            self = state
            return
        }
        let name =
            switch standing.state {
            case .refused: Bilingual("Dừng giải quyết", "Stopped by the agency")
            case .withdrawn: state.name
            default:
                Bilingual(
                    "\(Self.way[3](.vi)) – \(ReasonName.withinSentence(state.name(.vi)))",
                    "\(Self.way[3](.en)) – \(ReasonName.withinSentence(state.name(.en)))")
            }
        self.init(state.kind, 3, name, state.next, state.anchor)
    }

    private init(_ state: DossierState) {
        switch state {
        case .held:
            self.init(
                .going, 1, Bilingual("Chờ cán bộ xem xét", "Waiting for an officer to look at it"),
                Bilingual(
                    "Ông/Bà chưa cần làm gì. Cán bộ một cửa đang xem hồ sơ và sẽ gửi thông báo.",
                    "Nothing is asked of you. An officer is looking at the dossier and will send a notice."),
                "deadlines")
        case .awaitingSupplement:
            self.init(
                .now, 1, Bilingual("Chờ Ông/Bà bổ sung", "Waiting for you to add something"),
                Bilingual(
                    "Xin xem thông báo đã gửi đến Ông/Bà và bổ sung đúng cách nêu trong thông báo, theo mã hồ sơ này. Thời hạn tạm dừng trong khi chờ.",
                    "See the notice that was sent to you, and add what it names, in the way that it says, to this code. The clock stands still meanwhile."
                ), "supplement")
        case .awaitingPostalCopy:
            self.init(
                .now, 1, Bilingual("Chờ bản giấy có chứng thực", "Waiting for certified paper copies"),
                Bilingual(
                    "Xin gửi bản sao có chứng thực qua bưu điện đến cơ quan nêu trong thông báo, ghi rõ mã hồ sơ này.",
                    "Send certified copies by post to the agency named in the notice, with this code on them."),
                "postal")
        case .awaitingPayment:
            self.init(
                .now, 1, Bilingual("Chờ nộp phí, lệ phí", "Waiting for the fee"),
                Bilingual(
                    "Xin nộp phí, lệ phí theo thông báo và ghi mã hồ sơ này trong nội dung nộp tiền.",
                    "Pay the fee as the notice says, and name this code with the payment."), "fees")
        case .accepted:
            self.init(
                .going, 2, Bilingual("Đã tiếp nhận", "Accepted"),
                Bilingual(
                    "Hồ sơ đã được chuyển đến cơ quan giải quyết. Ngày hẹn trả kết quả, nếu có, ghi trong thông báo đã gửi đến Ông/Bà.",
                    "The dossier was handed to the agency. The day of the result, where one is set, stands in the notice that was sent to you."
                ),
                "deadlines")
        case .processing:
            self.init(
                .going, 3, Bilingual("Đang giải quyết", "With the agency"),
                Bilingual(
                    "Cơ quan đang giải quyết hồ sơ. Ngày hẹn trả kết quả, nếu có, ghi trong thông báo đã gửi đến Ông/Bà.",
                    "The agency is working on it. The day of the result, where one is set, stands in the notice that was sent to you."
                ), "deadlines")
        case .resolved:
            self.init(
                .done, 4, Bilingual("Đã có kết quả", "The result is ready"),
                Bilingual(
                    "Xin nhận kết quả theo thông báo. Ở mức độ 3, mang bản chính để đối chiếu và ký mẫu đơn.",
                    "Receive the result as the notice says. At level 3 bring the originals and sign the form."),
                "level3")
        case .returned:
            self.init(
                .done, 6, Bilingual("Đã trả kết quả", "The result was handed over"),
                Bilingual("Hồ sơ đã hoàn thành. Trân trọng cảm ơn Ông/Bà.", "The dossier is closed. Thank you."),
                "rights")
        case .refused:
            self.init(
                .end, 1, Bilingual("Không tiếp nhận, trả lại", "Refused"),
                Bilingual(
                    "Lý do và việc có thể làm tiếp nêu trong thông báo đã gửi đến Ông/Bà.",
                    "The notice that was sent to you gives the reason and what can be done."), "rights")
        case .withdrawn:
            self.init(
                .end, 1, Bilingual("Đã rút theo yêu cầu của người nộp", "Withdrawn by whoever submitted it"),
                Bilingual(
                    "Hồ sơ đã đóng. Khi cần, Ông/Bà nộp hồ sơ mới.", "The dossier is closed. Submit anew if need be."),
                "before")
        }
    }

    private init(_ kind: Kind, _ step: Int, _ name: Bilingual, _ next: Bilingual, _ anchor: String) {
        self.kind = kind
        self.step = step
        self.name = name
        self.next = next
        self.anchor = anchor
    }

    /// The steps as a list that a screen reader tells as well as a picture would.
    func steps(_ language: SiteLanguage) -> String {
        let done = Bilingual("đã xong", "done")(language)
        var items = Self.way.enumerated().map { index, title -> String in
            if index < step { return Self.item("done", "✓", title(language), done) }
            if index > step || kind == .end { return Self.item("", String(index + 1), title(language), nil) }
            return Self.item(
                kind == .now ? "now" : "at", "●", title(language), Bilingual("bước hiện tại", "current step")(language))
        }
        if kind == .end {
            items = Array(items.prefix(step))
            items.append(Self.item("end", "✕", name(language), Bilingual("kết thúc", "ended")(language)))
        }
        return "<ol class=\"steps\">\n\(items.joined())</ol>\n"
    }

    private static func item(_ style: String, _ sign: String, _ title: String, _ told: String?) -> String {
        let attributes = (style.isEmpty ? "" : " class=\"\(style)\"") + (sign == "●" ? " aria-current=\"step\"" : "")
        let hidden = told.map { " <span class=\"vh\">(\($0))</span>" } ?? ""
        return "<li\(attributes)><b aria-hidden=\"true\">\(sign)</b>\(title)\(hidden)</li>\n"
    }
}
