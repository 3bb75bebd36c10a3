import Bytes
import Dossiers

/// Why something that came became no dossier, or took no effect, in a few words for tables and letters.
enum ReasonName {
    /// Of a message that took no effect; nil for a word that nobody knows.
    static func rejection(_ word: String) -> String? { RejectionReason(rawValue: word).flatMap { rejections[$0]?.vi } }

    /// Of what could not be read; nil for a word that nobody knows.
    static func quarantine(_ word: String) -> String? {
        word == wrongFolder ? wrongFolderName.vi : ParseError.Code(rawValue: word).flatMap { quarantines[$0]?.vi }
    }

    /// The English of either, for the published site.
    static let english = Dictionary(
        (Array(rejections.values) + Array(quarantines.values) + [wrongFolderName]).map { ($0.vi, $0.en) }
    ) { first, _ in first }

    /// As it stands within a sentence; what begins with an abbreviation stays.
    static func withinSentence(_ name: String) -> String {
        let start = name.prefix(2)
        return start == start.uppercased() ? name : name.prefix(1).lowercased() + name.dropFirst()
    }

    private static let wrongFolder = "wrong-folder"
    private static let wrongFolderName = (vi: "Gửi sai thư mục", en: "Sent by the wrong folder")

    private static let rejections: [RejectionReason: (vi: String, en: String)] = [
        .unknownDossier: ("Không có hồ sơ mang mã này", "No dossier has the code"),
        .otherContent: ("Mã thông điệp đã dùng cho nội dung khác", "Its id was used for other content"),
        .closed: ("Hồ sơ đã kết thúc", "The dossier is closed"),
        .otherAgency: ("Không phải cơ quan giải quyết", "Another agency’s dossier"),
        .handedOn: ("Đã chuyển cơ quan khác giải quyết", "Given to another agency"),
        .leadAgencyOnly: ("Chỉ cơ quan đầu mối được gửi", "For the lead agency alone"),
        .notHandedOver: ("Hồ sơ chưa được chuyển", "Not handed over yet"),
        .noApprover: ("Thiếu người duyệt", "Nobody approved it"), .noReason: ("Thiếu lý do", "No reason given"),
        .unknownComponent: ("Không có thành phần mang mã này", "No such component"),
        .alreadyExtended: ("Đã hẹn lại một lần", "Extended once already"),
        .dateNotLater: ("Ngày hẹn lại không muộn hơn", "The new date is not later"),
        .noAppointment: ("Không có ngày hẹn để hẹn lại", "No appointment to put off"),
        .nothingToApprove: ("Không có phiếu chờ duyệt", "Nothing waits for approval"),
        .resultAlready: ("Đã có kết quả của cơ quan", "The agency’s result is there already"),
        .noResult: ("Chưa có kết quả", "No result yet"), .faultyPaper: ("Tệp kết quả bị lỗi", "Faulty result paper"),
        .resultSignatureBroken: ("Chữ ký số của kết quả không khớp", "Broken signature of a result"),
        .unlistedFile: ("Có tệp không khai", "A file that is not listed"),
        .heldByOffice: ("Đang được tạm giữ để xem xét", "Held by the office"),
        .counterOnly: ("Chỉ trả kết quả trực tiếp", "Handed over at the counter alone"),
        .formNotSigned: ("Chưa ký mẫu đơn", "The form was not signed"),
        .originalNotCompared: ("Chưa đối chiếu bản chính", "An original was not compared"),
        .noSignedReceipt: ("Thiếu số bưu gửi hoặc ngày ký nhận", "No tracking number or signed receipt"),
        .otherAccount: ("Không đúng tài khoản đã nộp", "Not the account that submitted"),
        .notAskedFor: ("Không phải giấy tờ được yêu cầu", "Nothing that was asked for"),
        .noFile: ("Không có tệp gửi kèm", "No file"),
        .faultySupplement: ("Lần gửi thêm bị lỗi", "Faulty supplement"),
        .resolvedAlready: ("Hồ sơ đã có kết quả", "The dossier has its result"),
        .noFeeDue: ("Không thu phí, lệ phí", "No fee is due"), .paidAlready: ("Đã nộp đủ trước đó", "Paid already"),
        .refundedAlready: ("Khoản tiền đã có lệnh hoàn trả", "Ordered back already"),
        .wrongAmount: ("Sai số tiền", "Wrong amount"), .wrongPayee: ("Sai tài khoản nhận tiền", "Wrong payee"),
        .wrongRoute: ("Sai cách nộp tiền", "Paid by the wrong way"),
    ]

    private static let quarantines: [ParseError.Code: (vi: String, en: String)] = [
        .active: ("Có nội dung chạy được", "It runs something"), .bomb: ("Giải nén quá lớn", "Unpacks to too much"),
        .corrupt: ("Dữ liệu hỏng", "Damaged"), .crc: ("Sai mã kiểm tra khi giải nén", "Wrong checksum"),
        .depth: ("Lồng nhau quá nhiều tầng", "Nested too deep"), .digest: ("Sai mã kiểm tra", "Wrong digest"),
        .dimensions: ("Ảnh quá lớn hoặc quá nhỏ", "Image too large or too small"),
        .dtd: ("XML có DTD", "XML with a DTD"), .duplicate: ("Trùng tên", "The same name twice"),
        .duplicateID: ("Trùng định danh trong XML", "The same identifier twice"), .empty: ("Tệp rỗng", "Empty"),
        .encoding: ("Sai bảng mã chữ", "Wrong encoding"), .encrypted: ("Có mật khẩu", "Encrypted"),
        .incomplete: ("Chưa gửi xong", "Not sent to its end"), .layout: ("Sắp xếp sai quy định", "Wrong layout"),
        .limits: ("Vượt quá giới hạn", "Above the limits"), .malformed: ("Sai định dạng", "Malformed"),
        .method: ("Kiểu nén không dùng được", "Packed in a way that is not read"),
        .mismatch: ("Nội dung không khớp nhau", "Contradicts itself"),
        .overlap: ("Các phần chồng lên nhau", "Parts overlap"),
        .path: ("Tên tệp không được phép", "File name not allowed"),
        .polyglot: ("Tệp mang hai định dạng", "Two formats in one file"),
        .schema: ("Không đúng lược đồ XML", "Not as the schema has it"),
        .text: ("Văn bản không hợp lệ", "Text not valid"),
        .truncated: ("Bị cắt cụt", "Cut off"), .type: ("Sai loại tệp", "Wrong type"),
    ]
}
