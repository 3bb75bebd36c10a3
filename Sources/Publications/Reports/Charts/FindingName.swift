import Dossiers

/// A finding in two or three words, for tables and charts.
enum FindingName {
    static func vietnamese(_ code: String) -> String {
        guard let finding = FindingCode(rawValue: code), let name = names[finding] else { return code }
        return name
    }

    private static let names: [FindingCode: String] = [
        .unknownProcedure: "Thủ tục ngoài danh mục", .levelNotOffered: "Mức độ chưa cung cấp",
        .unregisteredAccount: "Tài khoản chưa đăng ký", .duplicateOther: "Trùng mã, khác nội dung",
        .missingComponent: "Thiếu giấy tờ", .declarationMissing: "Chưa đánh dấu cam đoan",
        .missingFile: "Thiếu tệp đã khai", .emptyFile: "Tệp rỗng",
        .truncatedPDF: "PDF bị cắt cụt", .truncatedJPEG: "JPEG bị cắt cụt", .truncatedPNG: "PNG bị cắt cụt",
        .truncatedTIFF: "TIFF bị cắt cụt", .malformed: "Tệp hỏng", .wrongType: "Sai loại tệp",
        .sizeMismatch: "Sai kích thước đã khai", .digestMismatch: "Sai mã kiểm tra đã khai", .encrypted: "Có mật khẩu",
        .activeContent: "Có nội dung chạy được", .sameFileTwice: "Một tệp cho hai giấy tờ",
        .unlistedFile: "Tệp không khai", .overLimit: "Quá cỡ", .unsigned: "Chưa ký số",
        .signatureBroken: "Chữ ký không toàn vẹn", .signatureNotValid: "Chữ ký không hợp lệ",
        .paperSignatureBroken: "Chữ ký không khớp giấy tờ", .formSignatureBroken: "Nội dung sửa sau khi ký",
        .signerDiffers: "Người ký khác người nộp", .submitterDiffers: "Tên khác chủ tài khoản",
        .signatureNotTrusted: "Chứng thư chưa tin cậy", .signatureUndetermined: "Chưa kiểm tra được chữ ký",
        .fee: "Chưa nộp phí", .futureTime: "Giờ gửi ở tương lai", .unknownComponent: "Giấy tờ ngoài thành phần",
        .notCertified: "Bản giấy chưa chứng thực", .requestedByAgency: "Cơ quan yêu cầu bổ sung",
        .copyDiffers: "Bản giấy khác bản trực tuyến", .beforeRules: "Trước ngày có hiệu lực",
        .heldByOffice: "Đang được tạm giữ", .suspectedViolation: "Đánh dấu nghi vi phạm",
    ]
}
