package import Dossiers

/// What keeps the house from its work.
extension StaffText {
    /// - Parameter kind: the stable word, with what it is about behind a colon where it is about one thing.
    package init(incident kind: String, isOpen: Bool, at: Moment) {
        let parts = kind.split(separator: ":", maxSplits: 1)
        let about = parts.count > 1 ? ShownText.line(String(parts[1])) : ""
        let words = Self.incidents[parts.first.map(String.init) ?? ""] ?? Self.unknown
        let event = words.event + (about.isEmpty ? "" : ": \(about)")
        let noted = "Ghi nhận lúc \(VietnameseText.moment(at)). "
        if isOpen {
            self.init(event, noted + words.what, words.advice)
        } else {
            self.init("Đã khắc phục: \(event)", noted + "Sự cố này đã hết.", "Không phải làm gì thêm.")
        }
        isIncident = true
    }

    private static let unknown = (
        event: "Sự cố", what: "Xem nội dung nhật ký dưới đây.", advice: "Xem hoso doctor, nơi nêu cách khắc phục."
    )

    private static let incidents: [String: (event: String, what: String, advice: String)] = [
        "disk-full": (
            "Đĩa sắp đầy", "Đĩa còn quá ít chỗ trống nên tạm thời không tiếp nhận thêm.",
            "Giải phóng hoặc mở rộng đĩa; khi đủ chỗ hệ thống tự tiếp nhận lại."
        ),
        "disk-short": (
            "Đĩa thiếu chỗ cho gói tin lớn",
            "Có gói tin lớn hơn chỗ còn trống trên đĩa nên phải chờ; gói tin nhỏ hơn vẫn được tiếp nhận.",
            "Giải phóng hoặc mở rộng đĩa; khi đủ chỗ hệ thống tự tiếp nhận các gói tin đang chờ."
        ),
        "guard": (
            "Chốt an toàn đã dừng tiếp nhận",
            "Quá nhiều gói tin trong một lượt bị từ chối hoặc không đọc được, nên việc tiếp nhận dừng lại để không trả lời sai hàng loạt.",
            "Kiểm tra cấu hình bằng hoso config check và xem các gói tin vừa đến. Sửa config/, hoặc nếu mọi việc đúng thì gõ hoso "
                + "incident acknowledge guard --reason …; lượt sau sẽ thử lại."
        ),
        "calendar-changed": (
            "Lịch làm việc đã thay đổi",
            "Lịch đang dùng tính ngày hẹn của một số hồ sơ khác với ngày đã báo cho người nộp.",
            "Xem bằng hoso calendar preview; dời ngày hẹn bằng hoso calendar apply --reason …."
        ),
        "mail-waits": (
            "Thư chưa gửi được",
            "Chương trình gửi thư nhiều lần không nhận thư, hoặc đã hơn một giờ không có gì chuyển thư đi; thư chờ trong State/mail.",
            "Kiểm tra chương trình gửi thư (sendmail trong hoso.xml), hoso-mail.path và hoso-mail.timer, rồi gõ hoso mail."
        ),
        "nightly-failed": (
            "Việc hằng đêm bị lỗi", "Báo cáo hằng đêm chưa làm xong.",
            "Khắc phục lỗi nêu dưới đây, rồi gõ hoso nightly; các ngày còn thiếu được làm bù."
        ),
        "nightly-missed": (
            "Việc hằng đêm bị bỏ lỡ", "Ngày hôm kia, hoặc một ngày trước đó, chưa có báo cáo.",
            "Gõ hoso nightly, và kiểm tra hoso-nightly.timer, cron hoặc <nightly at> trong hoso.xml."
        ),
        "inbox-unreadable": (
            "Không đọc được thư mục nhận", "Thư mục này của Inbox không đọc được nên chưa tiếp nhận được gì từ đó.",
            "Kiểm tra thư mục và quyền truy cập; các thư mục khác vẫn được phục vụ."
        ),
        "archive-changed": (
            "Tệp lưu trữ đã thay đổi", "Tệp đã lưu không còn như khi nhận.", "Khôi phục các tệp đó từ bản sao lưu."
        ),
        "clock-wrong": (
            "Đồng hồ máy chủ sai", "Đồng hồ lệch so với sổ, nên tạm thời không tiếp nhận và không làm báo cáo.",
            "Chỉnh đồng hồ. Nếu đồng hồ đang đúng và trước đây chạy nhanh thì gõ hoso incident acknowledge clock-wrong --reason …."
        ),
        "procedure-gone": (
            "Thiếu tệp thủ tục của hồ sơ đang giải quyết",
            "Thủ tục không còn trong cấu hình; những gì gửi đến cho các hồ sơ đó được giữ lại, chưa có hiệu lực.",
            "Đặt lại tệp của thủ tục rồi khởi động lại hoso; muốn ngừng tiếp nhận hồ sơ mới thì ghi validUntil."
        ),
        "agency-gone": (
            "Thiếu cơ quan của hồ sơ đang giải quyết",
            "Cơ quan không còn trong config/agencies.xml, nên thư mục của cơ quan trong Inbox/agencies không được xem.",
            "Ghi lại dòng của cơ quan, kèm ngày cuối cùng (until), rồi khởi động lại hoso; hoặc chuyển hồ sơ bằng hoso reroute."
        ),
        "folder-gone": (
            "Mất thư mục", "Thư mục không còn ở đó hoặc không truy cập được, nên tạm thời không tiếp nhận thêm.",
            "Đưa thư mục trở lại; hệ thống tự tiếp tục."
        ),
        "folder-made": (
            "Thư mục bị mất đã được tạo lại", "Bên gửi hoặc bên lấy tệp có thể đang xem một thư mục khác.",
            "Kiểm tra nơi gửi, nơi lấy tệp; nếu thư mục nằm trên đĩa riêng thì gắn lại đĩa. Sự cố hết khi nạp lại hoặc khởi động lại hoso."
        ),
        "folder-closed": (
            "Không ghi được vào thư mục",
            "Thư mục không cho ghi, hoặc bị thay bằng thứ khác, nên tạm thời không tiếp nhận thêm.",
            "Kiểm tra quyền ghi và thư mục; hệ thống tự tiếp tục khi ghi được."
        ),
        "arrivals-forbidden": (
            "Không có quyền đọc tệp gửi đến",
            "Tệp trong thư mục này của Inbox không đọc hoặc không chuyển đi được, nên vẫn nằm ở đó.",
            "Bên gửi giao tệp cho nhóm của thư mục: tệp được đọc, thư mục được ghi (chgrp, chmod; hoặc umask 007)."
        ),
        "name-taken": (
            "Tên tệp trong Outbox đã bị dùng",
            "Tệp mang tên này không phải tệp đã ghi trong sổ; tệp phải gửi đi chờ bên cạnh.",
            "Chuyển tệp lạ đi nơi khác, rồi khởi động lại hoso."
        ),
        "outbox-ahead": (
            "Outbox hoặc kho lưu mới hơn sổ",
            "Outbox hoặc State/archive có tệp của hồ sơ mà sổ không có; sổ có thể là bản cũ. Các mã đó không được cấp lại.",
            "Xem mục Restoring trong hoso(8): liên hệ những người nộp hồ sơ đó, đưa gói tin của họ vào Inbox lại hoặc đề nghị nộp lại, "
                + "rồi chuyển các tệp đó ra chỗ khác."
        ),
        "backlog-stuck": (
            "Tệp gửi đến chờ quá lâu", "Tệp đã đến đủ trong Inbox nhưng lâu chưa được tiếp nhận.",
            "Xem hoso status và nhật ký; kiểm tra hoso có đang chạy bình thường không."
        ),
        "signature-store": (
            "Chưa kiểm tra được đầy đủ chữ ký số", "Kho chứng thư hoặc openssl chưa dùng được như cấu hình yêu cầu.",
            "Kiểm tra config/trust và openssl bằng hoso doctor."
        ),
        "ledger-line-lost": (
            "Mất một dòng của sổ", "Dòng cuối đã ghi bị hỏng; sổ đi tiếp, phần hỏng được giữ trong State/ledger.",
            "Kiểm tra đĩa, rồi đối chiếu với bản sao lưu."
        ),
        "ledger-changed": (
            "Sổ bị thay đổi", "Một dòng của sổ không còn như khi ghi.",
            "Kiểm tra đĩa; xem hoso ledger verify và mục Restoring trong hoso(8)."
        ),
        "ledger-damage": (
            "Sổ bị hỏng, đã ngừng tiếp nhận", "Sổ không đọc được trọn vẹn nên không tiếp nhận thêm.",
            "Kiểm tra đĩa; xem hoso ledger verify và mục Restoring trong hoso(8)."
        ),
    ]
}
