/// An agency says that it cannot do what is asked for, with reasons and an approver (Điều 15.2), or its one-stop office does so of
/// what was never taken in.
package struct AgencyRefusal: Sendable, Codable, Equatable {
    package let by: AgencyCode
    package let reasons: [String]
    package let approvedBy: String
    /// Whether the agency holds that what was paid is to be given back (Điều 8.2c).
    package let refund: Bool
    /// Who of the office entered it; nil where the agency's message did, and in ledgers of before.
    package let order: PersonalAct?

    package init(
        by: AgencyCode, reasons: [String], approvedBy: String, refund: Bool, order: PersonalAct? = nil
    ) {
        self.by = by
        self.reasons = reasons
        self.approvedBy = approvedBy
        self.refund = refund
        self.order = order
    }
}
