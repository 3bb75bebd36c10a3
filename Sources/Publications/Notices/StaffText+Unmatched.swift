import Dossiers

/// What staff do about files that belong to no dossier.
extension StaffText {
    static func unmatched(_ item: Unmatched) -> StaffText {
        let name = ShownText.line(item.name)
        var text = StaffText(
            "Tệp không thuộc hồ sơ nào",
            "Tệp\(item.channel.map { " đến từ Inbox/\($0)" } ?? "") chưa có đơn hoặc thông điệp nào nêu tên, được giữ nguyên "
                + "trong State/unmatched/\(name)/.",
            "Nếu đơn đến sau, qua cùng thư mục, có khai sha256 của tệp thì chương trình tự ghép. Nếu không, tìm hồ sơ của tệp rồi ghép "
                + "bằng lệnh: \(join(Unmatched.word(name), nil)). Không cần gửi lại tệp.")
        text.look = "hoso unmatched list"
        return text
    }

    static func mayLieUnmatched(_ names: [String], _ dossier: DossierCode?) -> StaffText {
        let names = names.map { ShownText.line($0) }
        return StaffText(
            "Tệp hồ sơ còn thiếu có thể nằm trong State/unmatched",
            "Đơn nêu tên tệp không đến cùng đơn; trong State/unmatched có tệp trùng tên hoặc trùng nội dung: "
                + "\(names.joined(separator: ", ")). Người nộp đã được đề nghị bổ sung.",
            "Đối chiếu tên, dung lượng, sha256 (hoso unmatched list). Nếu đúng là giấy tờ của hồ sơ này thì ghép bằng lệnh: "
                + "\(join(names.count == 1 ? Unmatched.word(names[0]) : "TÊN", dossier)). Người nộp được báo khi giấy tờ đã nhận."
        )
    }

    private static func join(_ name: String, _ dossier: DossierCode?) -> String {
        "hoso unmatched join \(name) --to \(dossier?.description ?? "MÃ_HỒ_SƠ") --component THÀNH_PHẦN --reason \"LÝ DO\""
    }
}
