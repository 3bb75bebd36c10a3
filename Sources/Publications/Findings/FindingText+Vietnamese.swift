import Dossiers

extension FindingText {
    static func vietnameseRefusal(_ finding: Finding) -> String {
        switch finding.code {
        case .unknownProcedure:
            let code = finding.found.map { " (mã “\(ShownText.line($0))”)" } ?? ""
            return "Thủ tục hành chính mà Ông/Bà chọn\(code) không có trong danh mục dịch vụ công trực tuyến của tỉnh. "
                + "Đề nghị Ông/Bà chọn lại thủ tục trên Cổng dịch vụ công trực tuyến của tỉnh rồi nộp lại."
        case .levelNotOffered:
            let used = finding.found.map { "mức độ \(ShownText.line($0))" } ?? "mức độ đã chọn"
            guard let offered = finding.expected.map(ShownText.line) else {
                return "Thủ tục này không được cung cấp ở \(used). Đề nghị Ông/Bà chọn mức độ thấp hơn rồi nộp lại."
            }
            return "Thủ tục này được cung cấp trực tuyến cao nhất là mức độ \(offered), chưa tiếp nhận ở \(used). "
                + "Đề nghị Ông/Bà nộp lại ở mức độ \(offered)."
        case .unregisteredAccount:
            return
                "Dịch vụ công trực tuyến từ mức độ 3 trở lên phải được nộp bằng tài khoản đã đăng ký, nhưng hồ sơ này "
                + "chưa có tài khoản hoặc tài khoản chưa đăng ký. Đề nghị Ông/Bà đăng ký tài khoản trên Cổng dịch vụ công "
                + "trực tuyến của tỉnh, đăng nhập rồi nộp lại."
        default:
            return
                "Mã lần nộp này đã được dùng cho một hồ sơ có nội dung khác, nên lần gửi này không được tiếp nhận; hồ sơ "
                + "đã nhận trước vẫn giữ nguyên. Nếu muốn nộp hồ sơ mới, đề nghị Ông/Bà lập lại từ đầu trên Cổng dịch vụ "
                + "công; nếu muốn sửa hồ sơ đã nộp bằng tài khoản, đề nghị gửi bổ sung theo mã hồ sơ đã được cấp. Hồ sơ nộp "
                + "không qua tài khoản chỉ nhận qua mạng giấy tờ đang được yêu cầu bổ sung."
        }
    }

    static func vietnamesePaper(
        _ finding: Finding, _ paper: FindingPaper, _ procedure: Procedure?, _ remedy: FindingRemedy
    ) -> String {
        switch finding.code {
        case .missingComponent where paper.isForm:
            return "Thiếu \(paper.vietnamese). Đề nghị Ông/Bà điền đầy đủ theo mẫu \(remedy.ending)."
        case .missingComponent:
            let types = paper.types.isEmpty ? "" : " (tệp \(VietnameseText.choice(paper.types)))"
            return "Thiếu \(paper.vietnamese). Đề nghị Ông/Bà chụp hoặc quét từ bản chính\(types) \(remedy.ending)."
        case .declarationMissing:
            return
                "Trong \(paper.vietnamese), Ông/Bà chưa đánh dấu ô cam đoan chịu trách nhiệm về nội dung kê khai. Đề nghị Ông/Bà đánh "
                + (remedy == .anew ? "dấu ô này khi nộp lại." : "dấu ô này rồi gửi bổ sung lại đơn.")
        case .missingFile:
            let file = paper.file.map { " “\($0)”" } ?? ""
            return
                "Hồ sơ có khai tệp\(file) cho \(paper.vietnamese), nhưng không nhận được tệp này. Đề nghị Ông/Bà "
                + (remedy == .anew ? "gửi kèm tệp khi nộp lại." : "gửi bổ sung tệp.")
        case .sameFileTwice:
            let other = finding.found.map { procedure?.component($0)?.title ?? $0 }.map(ShownText.line)
            let both = other.map { " và giấy tờ “\($0)”" } ?? " và một giấy tờ khác"
            return
                "Cùng một tệp được dùng cho \(paper.vietnamese)\(both). Mỗi giấy tờ phải là một tệp riêng. Đề nghị Ông/Bà "
                + "chụp hoặc quét từng giấy tờ thành tệp riêng \(remedy.ending)."
        case .unlistedFile:
            return
                "\(paper.vietnameseFile) được gửi kèm nhưng không được khai trong đơn, nên chưa biết là giấy tờ nào. Đề nghị "
                + "Ông/Bà \(remedy == .anew ? "khi nộp lại" : "gửi bổ sung và") ghi rõ tệp này thuộc giấy tờ nào, hoặc bỏ tệp này nếu "
                + "gửi nhầm."
        default:
            return
                "Hồ sơ có \(paper.vietnamese) không thuộc thành phần hồ sơ của thủ tục này. Giấy tờ vẫn được giữ kèm hồ "
                + "sơ; Ông/Bà không phải làm gì thêm."
        }
    }

    static func vietnameseFile(_ finding: Finding, _ paper: FindingPaper, _ remedy: FindingRemedy) -> String {
        let file = paper.vietnameseFile
        let again = "Đề nghị Ông/Bà chụp hoặc quét lại từ bản chính \(remedy.ending)."
        switch finding.code {
        case .emptyFile: return "\(file) không có nội dung. \(again)"
        case .truncatedPDF, .truncatedJPEG, .truncatedPNG, .truncatedTIFF:
            return "\(file) bị mất phần cuối, không đọc được đầy đủ (thường do quét hoặc tải lên chưa xong). \(again)"
        case .malformed: return "\(file) bị hỏng, không mở được. \(again)"
        case .wrongType:
            let types = finding.expected.map {
                $0.split(separator: " ").compactMap { FindingPaper.name(of: String($0)) }
            }
            let accepted = types ?? paper.types
            let found = finding.found.flatMap(FindingPaper.name).map { " (tệp nhận được là \($0))" } ?? ""
            let wanted = accepted.isEmpty ? "dạng được chấp nhận" : "dạng \(VietnameseText.choice(accepted))"
            return
                "\(file) không đúng dạng tệp quy định\(found). Đề nghị Ông/Bà chụp hoặc quét lại thành tệp \(wanted) "
                + "\(remedy.ending)."
        case .sizeMismatch:
            let sizes =
                if let found = finding.found.flatMap({ Int($0) }), let expected = finding.expected.flatMap({ Int($0) })
                {
                    " (nhận được \(VietnameseText.number(found)) byte, đã khai \(VietnameseText.number(expected)) byte)"
                } else { "" }
            return
                "\(file) có dung lượng khác với dung lượng đã khai\(sizes), có thể do lỗi khi gửi. Đề nghị Ông/Bà gửi lại "
                + "tệp này."
        case .digestMismatch:
            return
                "\(file) không khớp với tệp đã khai trong đơn, có thể do tệp đã được sửa sau khi khai hoặc do lỗi khi "
                + "gửi. Đề nghị Ông/Bà gửi lại đúng tệp đã khai."
        case .encrypted:
            return "\(file) được đặt mật khẩu nên không mở được. Đề nghị Ông/Bà bỏ mật khẩu \(remedy.ending)."
        case .activeContent:
            return
                "\(file) có chứa nội dung tự chạy hoặc tệp nhúng bên trong, không được nhận vì lý do an toàn. Đề nghị "
                + "Ông/Bà chụp hoặc quét giấy tờ thành tệp thông thường \(remedy.ending)."
        default:
            return
                "\(file) vượt quá giới hạn cho phép (dung lượng, kích thước ảnh hoặc số trang). Đề nghị Ông/Bà quét lại ở "
                + "độ phân giải khoảng 200 đến 300 dpi \(remedy.ending)."
        }
    }

    static func vietnameseSignature(
        _ finding: Finding, _ paper: FindingPaper, _ remedy: FindingRemedy
    ) -> String {
        let subject = paper.isForm ? "Mẫu đơn, tờ khai “\(paper.title ?? "")”" : paper.vietnamese.capitalizingFirst
        // The form comes signed by hand and needs no certificate; any other paper comes as a certified copy.
        let byPost =
            paper.isForm
            ? "in ra, ký tay và gửi bản giấy qua bưu điện, trên bản giấy ghi mã hồ sơ"
            : "gửi bản sao có chứng thực qua bưu điện, trên bản sao ghi mã hồ sơ"
        let mend = "Đề nghị Ông/Bà \(byPost); hoặc ký số rồi gửi lại trực tuyến."
        switch finding.code {
        case .unsigned: return "\(subject) chưa có chữ ký số. Đây không phải là lỗi. \(mend)"
        case .signatureBroken where finding.found == Finding.notWhole:
            return
                "Chữ ký số của \(paper.vietnamese) có kèm theo, nhưng không bao quát toàn bộ nội dung hoặc không đúng định dạng quy "
                + "định nên chưa được công nhận. \(mend)"
        case .signatureBroken:
            return
                "Chữ ký số của \(paper.vietnamese) không còn khớp với nội dung, do nội dung đã thay đổi sau khi ký. \(mend)"
        case .formSignatureBroken where finding.file != nil:
            // It is the message that was signed, and what came with it need not have changed.
            return
                "Gói hồ sơ gửi kèm \(paper.vietnamese) đã được ký số, nhưng thay đổi sau khi ký nên không rõ giấy tờ nào là của người "
                + "ký. Thủ tục ở mức độ này không bắt buộc ký số. Đề nghị Ông/Bà "
                + "\(remedy == .anew ? "gửi lại giấy tờ này khi nộp lại" : "gửi bổ sung lại giấy tờ này"), có thể không ký số."
        case .formSignatureBroken:
            return
                "\(subject) đã được ký số, nhưng nội dung thay đổi sau khi ký nên không rõ nội dung nào là của người ký. Thủ tục ở mức "
                + "độ này không bắt buộc ký số. Đề nghị Ông/Bà điền lại \(remedy.ending), có thể không ký số."
        case .signatureNotValid:
            return
                "Chữ ký số của \(paper.vietnamese) không khớp với chứng thư số kèm theo nên chưa được công nhận. \(mend)"
        case .signatureNotTrusted:
            return
                "Chữ ký số của \(paper.vietnamese) dùng chứng thư số chưa được công nhận (hết hạn, đã bị thu hồi hoặc không "
                + "do tổ chức được cấp phép cấp). \(mend)"
        default:
            return
                "Chưa kiểm tra được chữ ký số của \(paper.vietnamese). Cán bộ tiếp nhận đang kiểm tra; Ông/Bà chưa phải làm "
                + "gì thêm."
        }
    }

    static func vietnameseRequest(_ finding: Finding, _ paper: FindingPaper, tellsReason: Bool) -> String {
        let reason =
            tellsReason ? finding.found.map { " Lý do: \(VietnameseText.sentence(ShownText.line($0)))" } ?? "" : ""
        let what = finding.component == nil ? "giấy tờ" : paper.vietnamese
        return
            "Cơ quan giải quyết yêu cầu bổ sung \(what).\(reason) Đề nghị Ông/Bà gửi bổ sung trực tuyến theo mã hồ sơ này."
    }

    /// What keeps a certified copy that came by post from counting, and what to do.
    static func vietnameseCopy(_ finding: Finding, procedure: Procedure?) -> String {
        let subject = FindingPaper(finding, procedure: procedure, namesFile: false).vietnamese.capitalizingFirst
        guard finding.code != .copyDiffers else {
            return "\(subject): không phải giấy tờ được yêu cầu gửi qua bưu điện."
        }
        guard finding.code != .notCertified else {
            if let day = finding.found.flatMap({ Day($0) }) {
                return
                    "\(subject): ngày chứng thực được ghi là \(VietnameseText.day(day)), chưa đến. Đề nghị Ông/Bà liên hệ Bộ phận tiếp "
                    + "nhận và trả kết quả trước khi gửi lại, vì có thể chỉ cần ghi lại ngày."
            }
            return "\(subject): bản gửi đến không ghi cơ quan chứng thực và ngày chứng thực."
        }
        let what =
            finding.code == .missingComponent
            ? "chưa thấy trong bản quét của bưu gửi này" : "bản quét của bản gửi đến bị lỗi, không dùng được"
        return
            "\(subject): \(what). Đề nghị Ông/Bà liên hệ Bộ phận tiếp nhận và trả kết quả trước khi gửi lại, vì có thể chỉ cần "
            + "quét lại."
    }

    static func vietnameseRemark(_ finding: Finding, _ paper: FindingPaper) -> String {
        switch finding.code {
        case .fee:
            let amount = finding.expected.flatMap { Int($0) }.map { ": \(VietnameseText.money($0))" } ?? ""
            return
                "Phí, lệ phí phải nộp khi nộp hồ sơ\(amount). Đề nghị Ông/Bà nộp theo hướng dẫn và ghi mã hồ sơ trong nội "
                + "dung nộp tiền."
        case .signerDiffers:
            let signed = paper.title == nil ? "" : " \(paper.vietnamese)"
            return
                "Số định danh cá nhân hoặc mã số thuế trong chứng thư số của người ký\(signed) khác với số đã khai trong đơn. "
                + "Cán bộ tiếp nhận sẽ xem xét; Ông/Bà chưa phải làm gì thêm."
        case .submitterDiffers:
            return
                "Họ tên người nộp ghi trong đơn khác với tên của tài khoản đã đăng ký. Cán bộ tiếp nhận sẽ xem xét việc nộp "
                + "thay; Ông/Bà chưa phải làm gì thêm."
        case .addressMissing:
            return
                "Ông/Bà đăng ký nhận kết quả qua bưu điện nhưng đơn không ghi địa chỉ. Đề nghị Ông/Bà báo địa chỉ nhận kết quả cho Bộ "
                + "phận tiếp nhận và trả kết quả."
        case .heldByOffice:
            return
                "Bộ phận tiếp nhận và trả kết quả đang tạm giữ hồ sơ để xem xét; Ông/Bà chưa phải làm gì thêm."
        case .suspectedViolation:
            return "Hồ sơ đang được xem xét theo thẩm quyền; Ông/Bà chưa phải làm gì thêm."
        case .paperSignatureBroken:
            return
                "Chữ ký số nằm trong \(paper.vietnamese) không đúng định dạng hoặc không khớp với nội dung của tệp. Cán bộ tiếp "
                + "nhận sẽ xem xét; Ông/Bà chưa phải làm gì thêm."
        case .beforeRules:
            return
                "Hồ sơ được tiếp nhận trước ngày Quyết định 08/2018/QĐ-UBND có hiệu lực (20/4/2018). Cán bộ tiếp nhận sẽ "
                + "xem xét theo quy định trước đó; Ông/Bà chưa phải làm gì thêm."
        case .futureTime:
            return
                "Thời điểm nộp ghi trong đơn muộn hơn thời điểm tiếp nhận. Việc này chỉ được ghi nhận; Ông/Bà không phải "
                + "làm gì thêm."
        case .copyDiffers:
            return
                "Bản giấy của \(paper.vietnamese) gửi qua bưu điện khác với bản gửi trực tuyến. Cán bộ tiếp nhận sẽ đối "
                + "chiếu; Ông/Bà chưa phải làm gì thêm."
        default:
            return
                "Bản giấy của \(paper.vietnamese) chưa ghi cơ quan chứng thực và ngày chứng thực nên được kèm hồ sơ như bản "
                + "chưa chứng thực."
        }
    }
}

extension String {
    /// With its first letter in upper case, the rest as it is.
    var capitalizingFirst: String { prefix(1).uppercased() + dropFirst() }
}
