import Dossiers

/// What staff do about a scan that came without a form.
extension StaffText {
    static func scanned(_ remark: Remark, of dossier: Dossier?) -> StaffText {
        let scan = dossier?.scans.last
        let file = "Tệp quét" + (scan.map { " “\(ShownText.line($0.paper.file))”" } ?? "")
        let isWithAgency = dossier?.isHandedOver == true
        let kept = "\(file) được lưu cùng hồ sơ" + (isWithAgency ? " và chuyển đến cơ quan giải quyết" : "")
        let slip =
            "Nếu mã hồ sơ trong tên tệp bị ghi nhầm thì đặt lại bản quét với tên bắt đầu bằng mã đúng"
            + (isWithAgency ? ", và báo cơ quan giải quyết không dùng tệp này." : ".")
        switch remark {
        case .scanFaulty:
            let fault = scan?.fault.map { ": \(ReasonName.withinSentence(FindingName.vietnamese($0.code.rawValue)))" }
            return StaffText(
                "Tệp quét từ bưu điện không dùng được", "\(kept), nhưng không dùng được\(fault ?? "").",
                "Quét lại bản giấy thành tệp PDF, JPEG, PNG hoặc TIFF; không yêu cầu người nộp gửi lại. \(slip)")
        case .scanNotAwaited:
            return StaffText(
                "Tệp quét cho hồ sơ không chờ giấy tờ", "\(kept); hồ sơ không chờ giấy tờ nào.",
                "Kiểm tra tệp có phải của hồ sơ này không; đúng thì không phải làm gì thêm. \(slip)")
        default:
            let (why, advice) = awaited(dossier)
            return StaffText("Chỉ có tệp quét từ bưu điện", "\(kept), hồ sơ vẫn chờ: \(why)", "\(advice) \(slip)")
        }
    }

    /// Why a scan alone is not what is waited for, and what is: certified only where the post is to bring that.
    private static func awaited(_ dossier: Dossier?) -> (why: String, advice: String) {
        let asksForPost = dossier?.findings.contains { $0.severity == .postalCopy } ?? true
        let copy = "đặt gói postalCopy có certifiedBy và certifiedOn vào Inbox/postal"
        guard !asksForPost, let dossier else {
            return (
                "tệp quét không nêu cơ quan và ngày chứng thực (Điều 7 khoản 2 điểm a).",
                "Nếu đó là bản giấy đang chờ, \(copy)."
            )
        }
        let account =
            dossier.receipt.submitter.account == nil ? "không đăng nhập" : "bằng tài khoản đã nộp hồ sơ"
        return (
            "tệp quét không thay cho tệp mà người nộp phải gửi bổ sung.",
            "Nếu đó là giấy tờ đang được yêu cầu thì đề nghị người nộp gửi bổ sung trực tuyến, \(account); "
                + (dossier.receipt.level < 4
                    ? "mức độ này không yêu cầu chứng thực (Điều 7 khoản 1 điểm a)."
                    : "bản sao có chứng thực thì \(copy), bản đó được tính khi tệp đến.")
        )
    }
}
