/// A new appointment for the result, granted at most once, with reason and approver, and told with an apology.
package struct Extension: Sendable, Codable, Equatable {
    package let by: AgencyCode
    package let reason: String
    package let newDate: Moment
    /// Whether it falls past the decided calendar («tạm tính»); nil where the ledger does not say.
    package var provisional: Bool?
    package let approvedBy: String

    package init(by: AgencyCode, reason: String, newDate: Moment, approvedBy: String) {
        self.by = by
        self.reason = reason
        self.newDate = newDate
        self.approvedBy = approvedBy
    }
}
