package import Bytes

/// A submission that no supplement can mend.
package struct Refusal: Sendable, Codable, Equatable {
    package let submission: String
    package let content: Digest
    package let procedure: String
    package let level: Int
    package let submitter: Submitter
    package let findings: [Finding]
    /// The inbox folder that it came by.
    package let channel: String
    /// The dossier that the submission's id stands for already; nil where it stands for none, and in ledgers of before.
    package let dossier: DossierCode?

    package init(
        submission: Submission, content: Digest, findings: [Finding], channel: String, dossier: DossierCode? = nil
    ) {
        self.submission = submission.id
        self.content = content
        procedure = submission.procedure
        level = submission.level
        submitter = submission.submitter
        self.findings = findings
        self.channel = channel
        self.dossier = dossier
    }
}
