/// Certified copies that came by post for a dossier (Điều 7.2a).
package struct PostalCopyReceipt: Sendable, Codable, Equatable {
    /// The id of the message that brought it.
    package let message: String
    package let trackingNumber: String
    /// The sender's own time.
    package let receivedAt: Moment
    package let papers: [ExaminedPaper]
    /// What is wrong with the copies themselves.
    package let findings: [Finding]

    package init(
        message: String, trackingNumber: String, receivedAt: Moment, papers: [ExaminedPaper], findings: [Finding]
    ) {
        self.message = message
        self.trackingNumber = trackingNumber
        self.receivedAt = receivedAt
        self.papers = papers
        self.findings = findings
    }
}
