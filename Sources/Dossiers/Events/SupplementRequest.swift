/// An agency asks for more papers, with reasons and an approver (Điều 15.2).
package struct SupplementRequest: Sendable, Codable, Equatable {
    package let by: AgencyCode
    package let reasons: [String]
    /// The components that it asks for; empty where the reasons say it all.
    package let components: [String]
    package let approvedBy: String

    package init(by: AgencyCode, reasons: [String], components: [String], approvedBy: String) {
        self.by = by
        self.reasons = reasons
        self.components = components
        self.approvedBy = approvedBy
    }
}
