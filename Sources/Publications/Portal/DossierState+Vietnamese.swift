package import Dossiers

extension DossierState {
    /// What national portals call the state that they know by that number.
    package static func words(_ national: Int) -> String {
        switch national {
        case 1: "Mới đăng ký"
        case 2: "Được tiếp nhận"
        case 3: "Không được tiếp nhận"
        case 4: "Đang xử lý"
        case 5: "Yêu cầu bổ sung giấy tờ"
        case 6: "Yêu cầu thực hiện nghĩa vụ tài chính"
        case 7: "Công dân yêu cầu rút hồ sơ"
        case 8: "Dừng xử lý"
        case 9: "Đã xử lý xong"
        default: "Đã trả kết quả"
        }
    }

    /// The state as a report in Vietnamese calls it: what is waited for stands apart.
    package var vietnamese: String {
        switch self {
        case .held: "Chờ cán bộ xem xét"
        case .awaitingSupplement: "Chờ bổ sung"
        case .awaitingPostalCopy: "Chờ bản giấy qua bưu điện"
        case .awaitingPayment: "Chờ nộp phí, lệ phí"
        case .accepted: "Đã tiếp nhận"
        case .processing: "Đang giải quyết"
        case .resolved: "Đã có kết quả"
        case .returned: "Đã trả kết quả"
        case .refused: "Không tiếp nhận"
        case .withdrawn: "Đã rút"
        }
    }
}
