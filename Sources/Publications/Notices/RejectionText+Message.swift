import Dossiers

/// What the message was that took no effect.
extension RejectionText {
    /// What the message was, of a payment with its sum and reference, by which whoever paid knows it.
    static func sent(_ rejection: Rejection) -> String {
        guard let payment = rejection.payment else { return kind(rejection.kind) }
        return
            "thông tin về khoản nộp \(VietnameseText.money(payment.amount)), mã giao dịch \(ShownText.line(payment.reference))"
    }

    /// What the message was, as people call it.
    static func kind(_ kind: String) -> String {
        switch kind {
        case "payment": "thông tin nộp phí, lệ phí"
        case "postalCopy": "bản giấy gửi qua bưu điện"
        case "scan": "tệp quét"
        case "supplement": "giấy tờ bổ sung"
        case "withdrawal": "yêu cầu rút hồ sơ"
        case "acknowledgement": "xác nhận đã nhận hồ sơ"
        case "supplementRequest": "yêu cầu bổ sung"
        case "extension": "đề nghị hẹn lại ngày trả kết quả"
        case "approval": "duyệt phiếu xin lỗi"
        case "refusal": "thông báo không giải quyết"
        case "result": "kết quả giải quyết"
        case "collection": "xác nhận đã trả kết quả"
        case "yearlyReport": "báo cáo năm"
        default: ShownText.line(kind)
        }
    }
}
