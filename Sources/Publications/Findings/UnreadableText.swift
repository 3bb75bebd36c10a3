/// Why what came would go to quarantine, in words for whoever sent it.
package enum UnreadableText {
    /// The article under which nothing that cannot be read safely is taken in.
    package static let article = "Điều 4.4"

    /// - Parameter word: of `ParseError.Code`.
    package static func vietnamese(_ word: String) -> String {
        let reason = ReasonName.withinSentence(ReasonName.quarantine(word) ?? word)
        return
            "Tệp hoặc gói hồ sơ này không đọc được an toàn (\(reason)) nên chưa được tiếp nhận. Đề nghị Ông/Bà lập lại "
            + "rồi gửi lại."
    }

    package static func english(_ word: String) -> String {
        let name = ReasonName.quarantine(word).flatMap { ReasonName.english[$0] }.map(ReasonName.withinSentence)
        return "it cannot be read safely (\(name ?? word)): intake would put it into quarantine"
    }
}
