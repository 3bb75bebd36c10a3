import Dossiers

/// A message that took no effect.
extension StaffText {
    static func rejected(_ rejection: Rejection, _ dossier: Dossier?, _ procedure: Procedure?) -> StaffText {
        let reason = ReasonName.rejection(rejection.reason) ?? ShownText.line(rejection.reason)
        return StaffText(
            "Thông điệp không có hiệu lực",
            "Thông điệp \(ShownText.line(rejection.message)) (\(RejectionText.kind(rejection.kind))) từ Inbox/"
                + "\(rejection.channel) không có hiệu lực: \(lowered(reason))\(detail(of: rejection, procedure)).",
            advice(on: rejection, dossier))
    }

    /// What the reason is about, in words and in brackets; the log's English has the words of the program.
    private static func detail(of rejection: Rejection, _ procedure: Procedure?) -> String {
        guard let detail = rejection.detail, rejection.reason != RejectionReason.closed.rawValue else {
            return RejectionText.end(rejection)
        }
        let words: String? =
            switch RejectionReason(rawValue: rejection.reason) {
            case .wrongAmount:
                Int(detail).map { due in
                    "phải nộp \(VietnameseText.money(due))"
                        + (rejection.payment.map { ", đã nộp \(VietnameseText.money($0.amount))" } ?? "")
                }
            case .wrongPayee: "tài khoản được công khai: \(ShownText.line(detail))"
            case .wrongRoute, .faultySupplement: nil
            case .dateNotLater: Moment(detail).map { "đang hẹn \(VietnameseText.moment($0))" }
            case .handedOn:
                detail.split(separator: " ").first.map { "cơ quan đang giải quyết: \(ShownText.line(String($0)))" }
            case .originalNotCompared, .unknownComponent, .notAskedFor: RejectionText.titles(rejection, procedure)
            default: ShownText.line(detail)
            }
        return words.map { " (\($0))" } ?? ""
    }

    /// What staff do about a message that took no effect.
    private static func advice(on rejection: Rejection, _ dossier: Dossier?) -> String {
        switch (RejectionReason(rawValue: rejection.reason), rejection.kind) {
        case (.unknownDossier, "payment"):
            "Theo mã giao dịch tìm người nộp tiền, đề nghị gửi lại với mã hồ sơ đúng và mã thông điệp mới; hoặc đặt lại chính tệp "
                + "này khi hồ sơ đã có."
        case (.unknownDossier, _):
            "Đề nghị bên gửi gửi lại với mã hồ sơ đúng và mã thông điệp mới; hoặc đặt lại chính tệp này khi hồ sơ đã có."
        case (.otherContent, _): "Đề nghị bên gửi gửi lại bằng mã thông điệp mới."
        case (_, "payment"):
            dossier.flatMap { dossier in rejection.payment.map { money($0, dossier, rejection) } }
                ?? "Tiền đã đến nhưng không được tính: làm rõ với người nộp tiền."
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

    /// Names an order to give money back only where it would be carried out.
    private static func money(_ payment: PaymentReceipt, _ dossier: Dossier, _ rejection: Rejection) -> String {
        if dossier.counts(payment.reference) {
            return
                "Đã có khoản nộp cùng mã giao dịch được tính: tiền chỉ đến một lần thì không phải làm gì thêm. Nếu tiền đến hai lần, đề "
                + "nghị gửi lại lần thứ hai bằng mã thông điệp mới và mã giao dịch riêng."
        }
        if payment.amount == 0 { return "Thông điệp không nêu số tiền nào: làm rõ với bên gửi đã nộp bao nhiêu." }
        guard let order = RefundCommand(payment, of: dossier) else {
            return "Khoản tiền đã có lệnh hoàn trả; không phải làm gì thêm."
        }
        let first =
            rejection.reason == RejectionReason.wrongPayee.rawValue
            ? "Tiền vào tài khoản khác với tài khoản được công khai của cơ quan: tìm hiểu tài khoản đó của ai, làm rõ với người nộp tiền."
            : "Tiền đã đến nhưng không được tính: làm rõ với người nộp tiền."
        return "\(first) Nếu pháp luật cho phép hoàn trả: \(order.text(basis: "\"CĂN CỨ\"", reason: "\"LÝ DO\""))"
            + (order.isReferenceTold ? "." : "; hoso show \(dossier.code) nêu REF.")
    }
}
