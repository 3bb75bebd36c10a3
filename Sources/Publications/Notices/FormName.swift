/// The papers that every one-stop office knows.
package enum FormName: String, Sendable, CaseIterable {
    /// Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
    case receipt
    /// Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.
    case supplement
    /// Phiếu từ chối tiếp nhận giải quyết hồ sơ.
    case refusal
    /// Phiếu xin lỗi và hẹn lại ngày trả kết quả; from 2025 on Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết.
    case apology
    /// From 2025 on: Thông báo dừng giải quyết hồ sơ.
    case stopped
    /// Phiếu kiểm soát quá trình giải quyết hồ sơ.
    case control
    /// Sổ theo dõi hồ sơ.
    case register

    /// The sign behind the number of a paper; nil where it has none.
    package var sign: String? {
        switch self {
        case .receipt: "TNHS"
        case .supplement: "HDHS"
        case .refusal: "TCHS"
        case .apology: "PXL"
        case .stopped: "TBDHS"
        case .control, .register: nil
        }
    }
}
