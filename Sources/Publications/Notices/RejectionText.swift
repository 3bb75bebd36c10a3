import Dossiers

/// Why a message took no effect, in words, and what to do next.
enum RejectionText {
    /// - Parameter hasAccount: whether the dossier was submitted by an account.
    static func vietnamese(_ rejection: Rejection, procedure: Procedure?, hasAccount: Bool) -> String {
        let detail = rejection.detail.map(ShownText.line)
        let titles = rejection.detail.map { detail in
            detail.split(separator: " ").map { id in
                "“\(ShownText.line(procedure?.component(String(id))?.title ?? String(id)))”"
            }.joined(separator: ", ")
        }
        switch RejectionReason(rawValue: rejection.reason) {
        case .unknownDossier:
            return "không có hồ sơ nào mang mã ghi trong thông điệp. Đề nghị kiểm tra lại mã hồ sơ rồi gửi lại."
        case .otherContent:
            return "mã thông điệp này đã được dùng cho nội dung khác. Đề nghị gửi lại bằng mã thông điệp mới."
        case .closed where rejection.kind == "payment":
            return
                "hồ sơ đã kết thúc (đã trả kết quả, đã rút hoặc đã dừng). Khoản tiền đã nộp sẽ được cán bộ xem xét hoàn trả."
        case .closed where rejection.agency != nil:
            let end = rejection.detail.flatMap { DossierState(rawValue: $0) }?.vietnamese
            return "hồ sơ đã kết thúc" + (end.map { " (\(ReasonName.withinSentence($0)))" } ?? "") + "."
                + (rejection.kind == "result" ? wrongResult : "")
        case .closed: return "hồ sơ đã kết thúc (đã trả kết quả, đã rút hoặc đã dừng). Khi cần, đề nghị lập hồ sơ mới."
        case .otherAgency: return "hồ sơ không do cơ quan này giải quyết; đề nghị kiểm tra lại mã hồ sơ."
        case .handedOn: return handedOn(rejection.detail)
        case .leadAgencyOnly: return "chỉ cơ quan đầu mối của hồ sơ được gửi thông điệp này (Điều 8.1b)."
        case .notHandedOver: return "hồ sơ chưa đầy đủ, hợp lệ nên chưa được chuyển đến cơ quan giải quyết."
        case .noApprover: return "thiếu người có thẩm quyền duyệt (Điều 15.2)."
        case .noReason: return "thiếu lý do (Điều 15.2)."
        case .unknownComponent:
            return
                "thủ tục và hồ sơ này không có thành phần nào mang mã" + (detail.map { " “\($0)”" } ?? " đó")
                + ". Đề nghị kiểm tra lại mã thành phần rồi gửi lại yêu cầu."
        case .alreadyExtended: return "hồ sơ đã được hẹn lại một lần; không được hẹn lại lần nữa."
        case .dateNotLater:
            let due = rejection.detail.flatMap { Moment($0) }.map { " (\(VietnameseText.moment($0)))" } ?? ""
            return "ngày hẹn lại phải sau ngày hẹn trả kết quả hiện tại\(due) và sau hôm nay."
        case .noAppointment:
            return
                "hồ sơ này không có ngày hẹn trả kết quả để hẹn lại: thủ tục thuộc hệ thống của Bộ, ngành Trung ương nên hệ thống này "
                + "không tính thời hạn (Điều 2.2). Thời gian giải quyết thực hiện theo quy định của Bộ, ngành: nếu phải hẹn lại, đề nghị "
                + "cơ quan báo trực tiếp cho người nộp và không gửi lại đề nghị này; khi có kết quả, đề nghị gửi kết quả qua hệ thống này."
        case .nothingToApprove: return "không có phiếu xin lỗi nào đang chờ duyệt cho hồ sơ này."
        case .resultAlready: return "kết quả của cơ quan cho hồ sơ này đã được nhận trước đó." + wrongResult
        case .noResult: return "hồ sơ chưa có kết quả để trả."
        case .faultyPaper:
            return "tệp kết quả không mở được hoặc không đúng tệp đã khai" + (detail.map { " (\($0))" } ?? "") + "."
        case .unlistedFile:
            return
                "gói tin có tệp không được khai trong thông điệp" + (detail.map { " (\($0))" } ?? "")
                + ". Đề nghị khai tệp đó hoặc bỏ ra rồi gửi lại bằng mã thông điệp mới."
        case .heldByOffice: return "hồ sơ đang được Bộ phận một cửa tạm giữ để xem xét."
        case .counterOnly: return "hồ sơ dưới mức độ 4 trả kết quả trực tiếp tại cơ quan (Điều 8.2a)."
        case .formNotSigned: return "người nộp chưa ký mẫu đơn, tờ khai khi nhận kết quả (Điều 7.1a)."
        case .originalNotCompared:
            return "chưa đối chiếu bản chính: \(titles ?? "các giấy tờ phải mang theo") (Điều 7.1a)."
        case .noSignedReceipt: return "thiếu số hiệu bưu gửi hoặc ngày ký nhận (Điều 8.2b)."
        case .otherAccount where !hasAccount && rejection.kind == "withdrawal":
            return
                "hồ sơ này được nộp không qua tài khoản nên không rút được qua mạng. Đề nghị Ông/Bà mang giấy tờ tùy thân đến Bộ "
                + "phận tiếp nhận và trả kết quả để rút hồ sơ; nếu không phải Ông/Bà gửi thì không cần làm gì."
        case .otherAccount where !hasAccount:
            return
                "hồ sơ này được nộp không qua tài khoản, còn thông tin được gửi từ một tài khoản. Đề nghị Ông/Bà gửi lại mà không "
                + "đăng nhập; nếu không phải Ông/Bà gửi thì không cần làm gì."
        case .otherAccount:
            return
                "thông tin không được gửi từ tài khoản đã nộp hồ sơ (Điều 6.2). Đề nghị Ông/Bà đăng nhập đúng tài khoản đã "
                + "nộp hồ sơ rồi gửi lại; nếu không phải Ông/Bà gửi thì không cần làm gì."
        case .notAskedFor:
            return
                "hồ sơ này được nộp không qua tài khoản, nên qua mạng chỉ nhận giấy tờ đang được yêu cầu bổ sung"
                + (titles.map { "; không nhận \($0)" } ?? "")
                + ". Đề nghị Ông/Bà chỉ gửi giấy tờ nêu trong thông báo yêu cầu bổ sung; cần thay giấy tờ khác, đề nghị liên hệ Bộ "
                + "phận tiếp nhận và trả kết quả để được hướng dẫn; nếu không phải Ông/Bà gửi thì không cần làm gì."
        case .noFile: return "không có tệp nào được gửi kèm. Đề nghị gửi lại kèm tệp."
        case .faultySupplement:
            return
                "tệp hoặc chữ ký số của lần gửi này bị lỗi hoặc không đúng quy định, trong khi hồ sơ đang đầy đủ. Đề nghị kiểm "
                + "tra lại rồi gửi lại nếu cần."
        case .resolvedAlready: return "hồ sơ đã có kết quả."
        case .noFeeDue: return "thủ tục này không thu phí, lệ phí. Khoản tiền đã nộp sẽ được cán bộ xem xét hoàn trả."
        case .paidAlready:
            return "phí, lệ phí của hồ sơ đã được nộp đủ trước đó. Khoản nộp thêm sẽ được cán bộ xem xét hoàn trả."
        case .refundedAlready:
            return
                "khoản tiền này đã có lệnh hoàn trả toàn bộ hoặc một phần nên không được tính cho hồ sơ. Phần chưa hoàn trả, nếu có, "
                + "sẽ được cán bộ xem xét. Nếu hồ sơ còn phải nộp phí, lệ phí, đề nghị Ông/Bà nộp lại đủ mức phải nộp."
        case .wrongAmount:
            let due = rejection.detail.flatMap { Int($0) }.map { " (\(VietnameseText.money($0)))" } ?? ""
            return
                "số tiền khác với mức phí, lệ phí phải nộp\(due). Khoản đã nộp được giữ lại để cán bộ xem xét; đề nghị Ông/Bà "
                + "liên hệ trước khi nộp tiếp."
        case .wrongPayee:
            return
                "tiền không được nộp vào tài khoản được công khai của cơ quan"
                + (detail.map { " (\($0))" } ?? "") + ". Đề nghị Ông/Bà liên hệ để được hướng dẫn."
        case .wrongRoute:
            return
                "hồ sơ mức độ 3 nộp phí, lệ phí trực tiếp tại cơ quan (Điều 7.1b). Khoản đã nộp được giữ lại để cán bộ xem "
                + "xét; đề nghị Ông/Bà liên hệ để được hướng dẫn."
        case nil: return ShownText.line(rejection.reason)
        }
    }

    /// A result that was sent once is not exchanged: a person of the office sees to it that the wrong one goes to nobody.
    private static let wrongResult =
        " Nếu kết quả đã gửi bị sai, đề nghị báo ngay Bộ phận tiếp nhận và trả kết quả để không trả nhầm cho người nộp, và giao "
        + "kết quả đúng trực tiếp cho Bộ phận."

    /// - Parameter detail: the agency that has the dossier, and since when the one that asks has it no more.
    private static func handedOn(_ detail: String?) -> String {
        let words = detail?.split(separator: " ").map(String.init) ?? []
        let since = words.last.flatMap { Moment($0) }.map { " từ \(VietnameseText.moment($0))" } ?? ""
        return "hồ sơ không còn do cơ quan này giải quyết\(since)"
            + (words.first.map { "; hiện do cơ quan có mã \(ShownText.line($0)) giải quyết" } ?? "") + "."
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
