import Dossiers

/// What is odd about a message that took its effect all the same.
extension StaffText {
    static func remarked(_ remark: Remark) -> StaffText {
        switch remark {
        case .paidAtCounter:
            StaffText(
                "Phí của hồ sơ mức độ 4 được nộp tại quầy",
                "Hồ sơ mức độ 4 nộp phí, lệ phí trực tuyến, qua bưu điện hoặc ngân hàng (Điều 7 khoản 2 điểm b).",
                "Khoản nộp đã được ghi nhận; kiểm tra vì sao tiền được nộp tại quầy.")
        case .collectedUnpaid:
            StaffText(
                "Kết quả đã trả, chưa ghi nhận phí",
                "Phí, lệ phí phải nộp khi nhận kết quả chưa được ghi nhận (Điều 16 khoản 3).",
                "Kiểm tra với nơi trả kết quả; tiền đã thu thì gửi thông điệp payment, chưa thu thì thu theo quy định.")
        case .scanAlone:
            StaffText(
                "Chỉ có tệp quét từ bưu điện",
                "Tệp quét được lưu cùng hồ sơ, hồ sơ vẫn chờ: tệp quét không nêu cơ quan và ngày chứng thực (Điều 7 khoản 2 điểm a).",
                "Nếu đó là bản giấy đang chờ, đặt gói postalCopy có certifiedBy và certifiedOn vào Inbox/postal.")
        case .scanFaulty:
            StaffText(
                "Tệp quét từ bưu điện bị hỏng", "Tệp quét được lưu cùng hồ sơ nhưng không mở được hoặc bị cắt cụt.",
                "Quét lại bản giấy; không yêu cầu người nộp gửi lại.")
        case .copyNotCounted:
            StaffText(
                "Bản giấy qua bưu điện chưa được tính hết",
                "Có bản giấy bị hỏng khi quét, thiếu certifiedBy hoặc certifiedOn, hoặc thiếu mẫu đơn ký tay đang được yêu cầu.",
                "Xem bản nào chưa được tính. Bản giấy đúng thì quét lại, mẫu đơn quét dưới mã thành phần của mẫu đơn, rồi gửi gói "
                    + "postalCopy mới.")
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
