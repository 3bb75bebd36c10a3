import Dossiers

/// What is odd about a message that took its effect all the same.
extension StaffText {
    static func remarked(_ remark: Remark, of dossier: Dossier?) -> StaffText {
        switch remark {
        case .paidAtCounter:
            StaffText(
                "Phí của hồ sơ mức độ 4 được nộp tại quầy",
                "Hồ sơ mức độ 4 nộp phí, lệ phí trực tuyến, qua bưu điện hoặc ngân hàng (Điều 7 khoản 2 điểm b).",
                "Khoản nộp đã được ghi nhận; kiểm tra vì sao tiền được nộp tại quầy.")
        case .paidToFormerAgency:
            StaffText(
                "Phí được nộp vào tài khoản của cơ quan trước đây",
                "Người nộp chuyển tiền vào tài khoản nêu trong thư trước, của cơ quan giải quyết hồ sơ trước khi hồ sơ được chuyển "
                    + "cơ quan khác. Khoản nộp được tính; người nộp không phải nộp lại.",
                "Báo cho cả hai cơ quan; hoso show nêu các cơ quan đó. Nếu sau này hoàn trả thì lệnh được lập cho cơ quan trước "
                    + "đây, nơi tiền đã đến; tiền đã chuyển sang cơ quan đang giải quyết thì hai cơ quan thống nhất việc hoàn trả."
            )
        case .paidToFormerAccount:
            StaffText(
                "Phí được nộp vào tài khoản cũ của cơ quan",
                "Người nộp chuyển tiền vào tài khoản nêu trong thư trước, nay cơ quan không còn công khai. Khoản nộp được tính; "
                    + "người nộp không phải nộp lại.",
                "Đề nghị cơ quan kiểm tra tiền đã đến tài khoản cũ hay chưa; tài khoản từng ghi sai trong cấu hình thì làm rõ ngay với "
                    + "nơi nhận tiền.")
        case .collectedUnpaid:
            StaffText(
                "Kết quả đã trả, chưa ghi nhận phí",
                "Phí, lệ phí phải nộp muộn nhất khi nhận kết quả chưa được ghi nhận (Điều 16 khoản 3).",
                "Kiểm tra với nơi trả kết quả; tiền đã thu thì gửi thông điệp payment, chưa thu thì thu theo quy định.")
        case .scanAlone, .scanNotAwaited, .scanFaulty: scanned(remark, of: dossier)
        case .copyNotCounted:
            StaffText(
                "Bản giấy qua bưu điện chưa được tính hết",
                "Có bản giấy bị hỏng khi quét, thiếu certifiedBy hoặc certifiedOn, ghi ngày chứng thực chưa đến, hoặc thiếu mẫu đơn ký "
                    + "tay đang được yêu cầu, hoặc mã thành phần (component) không phải của giấy tờ đang được yêu cầu.",
                "Xem bản nào chưa được tính, và hồ sơ chờ thành phần nào. Bản giấy đúng thì quét lại dưới đúng mã thành phần, ghi đúng "
                    + "cơ quan và ngày chứng thực, mẫu đơn dưới mã thành phần của mẫu đơn, rồi gửi gói postalCopy mới.")
        case .copyAside:
            StaffText(
                "Bản sao có chứng thực đến trước tệp trực tuyến",
                "Bản sao có chứng thực của giấy tờ đang được yêu cầu gửi trực tuyến được giữ sẵn cùng hồ sơ, và được tính khi tệp đến "
                    + "(Điều 7 khoản 2 điểm a). Người nộp đã được báo.",
                "Không phải quét lại hay yêu cầu gửi lại bản giấy này; hồ sơ chờ người nộp gửi tệp trực tuyến.")
        case .scanUnmatched:
            StaffText(
                "Tệp hồ sơ còn thiếu nằm trong State/unmatched",
                "Tệp quét đến trước đơn và đã quá thời gian chờ nên được giữ trong State/unmatched; đơn đến sau nêu đúng tên tệp đó. "
                    + "Người nộp đã được đề nghị bổ sung.",
                "Kiểm tra tệp trong State/unmatched. Nếu đúng là giấy tờ của hồ sơ này thì đề nghị bên gửi nộp gói bổ sung "
                    + "(supplement) có kèm tệp.")
        case .futureTime:
            StaffText(
                "Giờ của bên gửi ở tương lai",
                "Giờ ghi trong thông điệp muộn hơn giờ nhận; được ghi lại, không dùng để tính thời hạn (Điều 16 khoản 2).",
                "Báo bên gửi chỉnh đồng hồ.")
        case .unlistedFile:
            StaffText(
                "Có tệp không khai trong thông điệp",
                "Tệp không được thông điệp nêu tên nên không được xem và không được tính; được lưu cùng thông điệp (Điều 7 khoản 1 "
                    + "điểm a).", "Báo bên gửi khai mọi tệp trong thông điệp; nếu tệp cần cho hồ sơ thì gửi bổ sung.")
        case .copyNotAsked:
            StaffText(
                "Bản giấy không được yêu cầu",
                "Bản giấy được lưu cùng hồ sơ, nhưng hồ sơ đang chờ bổ sung; bản giấy chỉ thay cho chữ ký số còn thiếu (Điều 7 khoản "
                    + "2 điểm a). Người nộp đã được báo.",
                "Nếu đó là giấy tờ đang yêu cầu thì phải gửi bằng gói bổ sung (supplement).")
        }
    }
}
