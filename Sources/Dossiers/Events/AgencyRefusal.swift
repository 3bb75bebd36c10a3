/// An agency says that it cannot do what is asked for, with reasons and an approver (Điều 15.2).
package struct AgencyRefusal: Sendable, Codable, Equatable {
    package let by: AgencyCode
    package let reasons: [String]
    package let approvedBy: String
    /// Whether the agency holds that what was paid is to be given back (Điều 8.2c).
    package let refund: Bool

    package init(by: AgencyCode, reasons: [String], approvedBy: String, refund: Bool) {
        self.by = by
        self.reasons = reasons
        self.approvedBy = approvedBy
        self.refund = refund
    }
}
