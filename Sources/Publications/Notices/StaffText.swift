package import Dossiers

/// What a letter to staff says in Vietnamese: what happened, what to do, and where to look (Điều 13.7).
package struct StaffText: Sendable, Equatable {
    /// In a few words.
    package let event: String
    package let what: String
    package let advice: String
    /// A command that shows more.
    package var look = "hoso status; hoso incident list"

    init(_ event: String, _ what: String, _ advice: String) {
        self.event = event
        self.what = what
        self.advice = advice
    }

    /// Of an entry of the ledger that staff hear of.
    ///
    /// - Parameter dossier: that of the entry, as its claim left it.
    package init(_ entry: Entry, _ dossier: Dossier? = nil) {
        switch entry.event {
        case .quarantined(let item): self = .quarantined(item)
        case .unmatched(let item): self = .unmatched(item)
        case .mayLieUnmatched(let names): self = .mayLieUnmatched(names, entry.dossier)
        case .rejected(let rejection): self = .rejected(rejection)
        case .remarked(let remark): self = .remarked(remark, of: dossier)
        case .violationMarked(let act):
            self.init(
                "Hồ sơ được đánh dấu nghi vi phạm",
                "Người đánh dấu: \(ShownText.line(act.by)). Lý do: \(ShownText.line(act.reason))",
                "Xem xét theo thẩm quyền; hồ sơ và chứng cứ được giữ nguyên. Bỏ đánh dấu: hoso mark … --clear.")
        case .violationCleared(let act):
            self.init(
                "Hồ sơ được bỏ đánh dấu nghi vi phạm",
                "Người bỏ đánh dấu: \(ShownText.line(act.by)). Lý do: \(ShownText.line(act.reason))",
                "Không phải làm gì thêm.")
        case .incident(let kind, let open, _): self.init(incident: kind, isOpen: open, at: entry.at)
        default: self.init("Ghi nhận", "Xem nội dung nhật ký dưới đây.", "Xem xét nội dung này.")
        }
        if let dossier = entry.dossier { look = "hoso show \(dossier)" }
    }

    private static func quarantined(_ item: Quarantined) -> StaffText {
        let name = ShownText.line(item.name)
        let reason = ReasonName.quarantine(item.code) ?? item.code
        var text = StaffText(
            "Gói tin không đọc được, đang cách ly",
            "Gói tin đến từ Inbox/\(item.channel) không đọc được (\(lowered(reason))). Gói tin được giữ nguyên trong "
                + "State/quarantine/\(name)/, lý do ghi trong reason.txt.",
            "Báo bên gửi sửa và gửi lại; nếu lỗi ở phía hệ thống thì khắc phục rồi gõ hoso quarantine retry \(name).")
        text.look = "hoso quarantine list"
        return text
    }

    private static func rejected(_ rejection: Rejection) -> StaffText {
        let reason = ReasonName.rejection(rejection.reason) ?? ShownText.line(rejection.reason)
        let detail = rejection.detail.map { " (\(ShownText.line($0)))" } ?? ""
        return StaffText(
            "Thông điệp không có hiệu lực",
            "Thông điệp \(ShownText.line(rejection.message)) (\(RejectionText.kind(rejection.kind))) từ Inbox/"
                + "\(rejection.channel) không có hiệu lực: \(lowered(reason))\(detail).", advice(on: rejection))
    }

    /// What staff do about a message that took no effect.
    private static func advice(on rejection: Rejection) -> String {
        switch (RejectionReason(rawValue: rejection.reason), rejection.kind) {
        case (.unknownDossier, "payment"):
            "Theo mã giao dịch tìm người nộp tiền, đề nghị gửi lại với mã hồ sơ đúng và mã thông điệp mới; hoặc đặt lại chính tệp "
                + "này khi hồ sơ đã có."
        case (.unknownDossier, _):
            "Đề nghị bên gửi gửi lại với mã hồ sơ đúng và mã thông điệp mới; hoặc đặt lại chính tệp này khi hồ sơ đã có."
        case (.otherContent, _): "Đề nghị bên gửi gửi lại bằng mã thông điệp mới."
        case (_, "payment"):
            "Làm rõ với người nộp tiền; có phải hoàn trả hay không, và bằng lệnh nào, nêu trong phần nhật ký dưới đây."
        case (.notHandedOver, _): "Có thể gửi lại chính tệp này khi hồ sơ đã được chuyển đến cơ quan giải quyết."
        case (.notAskedFor, _):
            "Nếu giấy tờ cần cho hồ sơ: hồ sơ đã chuyển đến cơ quan giải quyết thì cơ quan đó gửi yêu cầu bổ sung "
                + "(supplementRequest) nêu thành phần, rồi người nộp gửi lại; hồ sơ chưa chuyển thì người nộp chỉ gửi giấy tờ đang "
                + "được yêu cầu. Nếu không cần thì không phải làm gì thêm."
        case (.closed, _) where rejection.isPostal:
            "Hồ sơ đã kết thúc, không chờ giấy tờ nào: không quét hay gửi lại. Bản giấy thuộc hồ sơ khác thì gửi lại với mã hồ sơ "
                + "đúng; nếu không thì giữ bản giấy để trả người nộp."
        case (.resultAlready, _):
            "Hỏi cơ quan kết quả gửi trước có sai không. Nếu sai và chưa trả cho người nộp: gõ hoso hold để không trả nhầm, nhận kết "
                + "quả đúng trực tiếp từ cơ quan, trả bản đó, rồi gõ hoso release và ghi nhận đã trả (collection). Nếu đã trả trực "
                + "tuyến: gỡ tệp sai khỏi thư mục của tài khoản (Outbox/portal/results) và trên cổng; cơ quan thu hồi và trả kết quả "
                + "đúng trực tiếp."
        case (.resultSignatureBroken, _):
            "Kết quả chưa được ghi nhận và không trả cho người nộp; thông điệp được giữ nguyên trong kho lưu. Cơ quan đã được trả lời lý "
                + "do và cách làm; hồ sơ sắp đến hạn thì nhắc cơ quan gửi lại ngay."
        case _ where rejection.isFromAgency: "Cơ quan đã được trả lời lý do và cách làm."
        case (_, "scan"): "Xem hồ sơ còn chờ gì; khắc phục điều nêu trên rồi quét lại."
        case (_, "postalCopy"):
            "Xem hồ sơ còn chờ gì; khắc phục điều nêu trên rồi gửi lại bằng mã thông điệp mới."
        default: "Người nộp hồ sơ đã được trả lời lý do và cách làm."
        }
    }

    private static func lowered(_ name: String) -> String { ReasonName.withinSentence(name) }
}
