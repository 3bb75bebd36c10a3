/// Certified copies that came by post for a dossier (Điều 7.2a).
package struct PostalCopyReceipt: Sendable, Codable, Equatable {
    package let trackingNumber: String
    /// The sender's own time.
    package let receivedAt: Moment
    package let papers: [ExaminedPaper]
    /// What is wrong with the copies themselves.
    package let findings: [Finding]

    package init(trackingNumber: String, receivedAt: Moment, papers: [ExaminedPaper], findings: [Finding]) {
        self.trackingNumber = trackingNumber
        self.receivedAt = receivedAt
        self.papers = papers
        self.findings = findings
    }
}
