package import Dossiers

/// What a letter to staff says in Vietnamese: what happened, what to do, and where to look (Điều 13.7).
package struct StaffText: Sendable, Equatable {
    /// In a few words.
    package let event: String
    package let what: String
    package let advice: String
    /// A command that shows more.
    package var look = "hoso status; hoso incident list"
    /// Whether it keeps the house from its work (Điều 13.7), or is an ordinary matter.
    package internal(set) var isIncident = false

    init(_ event: String, _ what: String, _ advice: String) {
        self.event = event
        self.what = what
        self.advice = advice
    }

    /// Of an entry of the ledger that staff hear of.
    ///
    /// - Parameter dossier: that of the entry, as its claim left it.
    package init(_ entry: Entry, _ dossier: Dossier? = nil, _ procedure: Procedure? = nil) {
        switch entry.event {
        case .quarantined(let item): self = .quarantined(item)
        case .unmatched(let item): self = .unmatched(item)
        case .mayLieUnmatched(let names): self = .mayLieUnmatched(names, entry.dossier)
        case .rejected(let rejection): self = .rejected(rejection, dossier, procedure)
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

    static func lowered(_ name: String) -> String { ReasonName.withinSentence(name) }
}
