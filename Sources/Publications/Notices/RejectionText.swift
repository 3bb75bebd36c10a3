import Dossiers

/// Why a message took no effect, in words, and what to do next.
enum RejectionText {
    /// - Parameter hasAccount: whether the dossier was submitted by an account.
    static func vietnamese(_ rejection: Rejection, procedure: Procedure?, hasAccount: Bool) -> String {
        let detail = rejection.detail.map(ShownText.line)
        let titles = titles(rejection, procedure)
        switch RejectionReason(rawValue: rejection.reason) {
        case .unknownDossier:
            return "không có hồ sơ nào mang mã ghi trong thông điệp. Đề nghị kiểm tra lại mã hồ sơ rồi gửi lại."
        case .otherContent:
            return "mã thông điệp này đã được dùng cho nội dung khác. Đề nghị gửi lại bằng mã thông điệp mới."
        case .closed where rejection.kind == "payment":
            return "hồ sơ đã kết thúc\(end(rejection)). Khoản tiền đã nộp sẽ được cán bộ xem xét hoàn trả."
        case .closed where rejection.isFromAgency: return "hồ sơ đã kết thúc\(end(rejection))."
        case .closed where rejection.isPostal:
            return
                "hồ sơ đã kết thúc\(end(rejection)) và không chờ giấy tờ nào. Bản giấy đã gửi, nếu có, đề nghị Ông/Bà liên hệ Bộ "
                + "phận tiếp nhận và trả kết quả để nhận lại. Khi cần, đề nghị lập hồ sơ mới."
        case .closed: return "hồ sơ đã kết thúc\(end(rejection)). Khi cần, đề nghị lập hồ sơ mới."
        case .otherAgency: return "hồ sơ không do cơ quan này giải quyết."
        case .handedOn: return handedOn(rejection.detail)
        case .leadAgencyOnly:
            return
                "chỉ cơ quan đầu mối của hồ sơ được gửi thông điệp này (điểm b khoản 1 Điều 8 \(VietnameseText.rules))."
        case .notHandedOver: return "hồ sơ chưa đầy đủ, hợp lệ nên chưa được chuyển đến cơ quan giải quyết."
        case .noApprover: return "thiếu người có thẩm quyền duyệt (khoản 2 Điều 15 \(VietnameseText.rules))."
        case .noReason: return "thiếu lý do (khoản 2 Điều 15 \(VietnameseText.rules))."
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
                + "không tính thời hạn (khoản 2 Điều 2 \(VietnameseText.rules)). Thời gian giải quyết thực hiện theo quy định của Bộ, ngành: nếu phải hẹn lại, đề nghị "
                + "cơ quan báo trực tiếp cho người nộp và không gửi lại đề nghị này; khi có kết quả, đề nghị gửi kết quả qua hệ thống này."
        case .nothingToApprove: return "không có phiếu xin lỗi nào đang chờ duyệt cho hồ sơ này."
        case .resultAlready: return "kết quả của cơ quan cho hồ sơ này đã được nhận trước đó."
        case .noResult: return "hồ sơ chưa có kết quả để trả."
        case .faultyPaper:
            return "tệp kết quả không mở được hoặc không đúng tệp đã khai" + (detail.map { " (\($0))" } ?? "") + "."
        case .resultSignatureBroken:
            return
                "chữ ký số của " + (detail.map { "tệp kết quả \($0)" } ?? "thông điệp")
                + " không khớp với nội dung: nội dung bị sửa sau khi ký, hoặc chữ ký sai định dạng, sai giá trị. Kết quả "
                + "chưa được ghi nhận và chưa trả cho người nộp."
        case .unlistedFile:
            return
                "gói tin có tệp không được khai trong thông điệp" + (detail.map { " (\($0))" } ?? "")
                + ". Đề nghị khai tệp đó hoặc bỏ ra rồi gửi lại bằng mã thông điệp mới."
        case .heldByOffice: return "hồ sơ đang được Bộ phận một cửa tạm giữ để xem xét."
        case .counterOnly:
            return
                "hồ sơ dưới mức độ 4 trả kết quả trực tiếp tại cơ quan (điểm a khoản 2 Điều 8 \(VietnameseText.rules))."
        case .formNotSigned:
            return
                "người nộp chưa ký mẫu đơn, tờ khai khi nhận kết quả (điểm a khoản 1 Điều 7 \(VietnameseText.rules))."
        case .originalNotCompared:
            return
                "chưa đối chiếu bản chính: \(titles ?? "các giấy tờ phải mang theo") (điểm a khoản 1 Điều 7 \(VietnameseText.rules))."
        case .noSignedReceipt:
            return "thiếu số hiệu bưu gửi hoặc ngày ký nhận (điểm b khoản 2 Điều 8 \(VietnameseText.rules))."
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
                "thông tin không được gửi từ tài khoản đã nộp hồ sơ (khoản 2 Điều 6 \(VietnameseText.rules)). Đề nghị Ông/Bà đăng nhập đúng tài khoản đã "
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
        case .resolvedAlready where rejection.isFromAgency: return "hồ sơ đã có kết quả."
        case .resolvedAlready:
            return
                "hồ sơ đã có kết quả nên không \(rejection.kind == "withdrawal" ? "rút được" : "nhận thêm giấy tờ") nữa. Ông/Bà nhận "
                + "kết quả theo thư báo. Nếu kết quả có sai sót, đề nghị liên hệ Bộ phận tiếp nhận và trả kết quả; nếu không đồng ý "
                + "với kết quả, Ông/Bà có quyền phản ánh, kiến nghị hoặc khiếu nại theo quy định của pháp luật, phản ánh có thể gửi "
                + "trên Cổng dịch vụ công kèm mã hồ sơ. Khi cần, Ông/Bà có thể nộp hồ sơ mới."
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
                "hồ sơ mức độ 3 nộp phí, lệ phí trực tiếp tại cơ quan (điểm b khoản 1 Điều 7 \(VietnameseText.rules)). Khoản đã nộp được giữ lại để cán bộ xem "
                + "xét; đề nghị Ông/Bà liên hệ để được hướng dẫn."
        case nil: return ShownText.line(rejection.reason)
        }
    }

    /// The components that the reason is about, as the procedure calls them.
    static func titles(_ rejection: Rejection, _ procedure: Procedure?) -> String? {
        rejection.detail.map { detail in
            detail.split(separator: " ").map { id in
                "“\(ShownText.line(procedure?.component(String(id))?.title ?? String(id)))”"
            }.joined(separator: ", ")
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

    /// How the dossier ended, which the rejection of what comes afterwards says.
    static func end(_ rejection: Rejection) -> String {
        guard rejection.reason == RejectionReason.closed.rawValue else { return "" }
        return switch rejection.detail.flatMap({ DossierState(rawValue: $0) }) {
        case .returned: " (đã trả kết quả)"
        case .withdrawn: " (người nộp đã rút)"
        case .refused: " (cơ quan đã dừng giải quyết)"
        default: ""
        }
    }

    /// What an agency does next about its message; nothing that would take no effect once more.
    static func next(_ rejection: Rejection) -> String {
        let contact = "đề nghị liên hệ Bộ phận tiếp nhận và trả kết quả"
        switch RejectionReason(rawValue: rejection.reason) {
        case .notHandedOver, .heldByOffice, .noResult:
            return "Khi lý do trên không còn, đề nghị gửi lại chính thông điệp này."
        case .closed:
            return
                "Không phải gửi lại: hồ sơ không nhận thêm thông điệp nào. Nếu hồ sơ kết thúc do nhầm lẫn, \(contact)."
                + (rejection.kind == "result" && rejection.detail == DossierState.returned.rawValue ? wrongResult : "")
        case .handedOn, .noAppointment: return "Không phải gửi lại."
        case .otherAgency:
            return
                "Không phải gửi lại. Nếu mã hồ sơ ghi sai thì gửi thông điệp mới với mã đúng; nếu cho rằng hồ sơ thuộc thẩm "
                + "quyền của cơ quan, \(contact)."
        case .leadAgencyOnly:
            return "Không phải gửi lại; đề nghị chuyển nội dung này cho cơ quan đầu mối của hồ sơ."
        case .alreadyExtended:
            return "Không phải gửi lại; đề nghị giải quyết và chuyển kết quả theo ngày đã hẹn lại."
        case .nothingToApprove:
            return "Muốn hẹn lại, đề nghị gửi thông điệp extension có lý do, ngày hẹn mới và người duyệt."
        case .resultAlready:
            return "Không phải gửi lại: thông điệp không thay được kết quả đã nhận." + wrongResult
        case .resultSignatureBroken:
            return
                "Đề nghị gửi lại bằng thông điệp có mã (id) mới, kèm đúng tệp đã ký, không sửa sau khi ký; nếu phải ghi thêm (như số, "
                + "ngày) thì ký số lại lên toàn bộ tệp sau cùng. Kết quả bản giấy thì gửi bản quét, không kèm chữ ký số."
        case .resolvedAlready:
            return
                "Không phải gửi lại: hồ sơ đã có kết quả thì không yêu cầu bổ sung, hẹn lại hoặc từ chối nữa. Nếu kết quả đã "
                + "gửi có sai sót, \(contact)."
        default: return "Đề nghị sửa và gửi lại bằng thông điệp có mã (id) mới."
        }
    }
}

extension Rejection {
    var isFromAgency: Bool { channel.hasPrefix("agencies/") }

    /// Whether it is about paper that lies on the desk of the post.
    var isPostal: Bool { kind == "postalCopy" || kind == "scan" }
}
