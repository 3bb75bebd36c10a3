/// An apology with a new date (Phiếu xin lỗi và hẹn lại ngày trả kết quả), drafted here before the due date; it goes out once
/// the agency's leader approves it.
package struct Apology: Sendable, Codable, Equatable {
    package let reason: String
    package let newDate: Moment
    /// Whether it falls past the decided calendar («tạm tính»); nil where the ledger does not say.
    package var provisional: Bool?

    package init(reason: String, newDate: Moment) {
        self.reason = reason
        self.newDate = newDate
    }
}
