package import Bytes

/// What a submission says of itself, as it got its dossier code.
package struct Receipt: Sendable, Codable, Equatable {
    package let submission: String
    /// Of the form's bytes and the attachments' digests, however they were packed.
    package let content: Digest
    package let procedure: String
    /// The procedure's version that holds for this dossier; nil for the first.
    package let version: Day?
    package let level: Int
    package let agency: AgencyCode
    package let coAgencies: [AgencyCode]
    package let submitter: Submitter
    /// The components that its form elements filled in.
    package let forms: [String]
    /// The sender's own time.
    package let submittedAt: Moment
    package let resultDelivery: ResultDelivery
    /// The inbox folder that it came by, such as `online`.
    package let channel: String

    package init(
        submission: Submission, content: Digest, procedure: Procedure, channel: String
    ) {
        self.submission = submission.id
        self.content = content
        self.procedure = procedure.code
        version = procedure.validFrom
        level = submission.level
        agency = procedure.agency
        coAgencies = procedure.coAgencies
        submitter = submission.submitter
        forms = submission.forms
        submittedAt = submission.submittedAt
        resultDelivery = submission.resultDelivery
        self.channel = channel
    }

    package var procedureVersion: ProcedureVersion { ProcedureVersion(code: procedure, validFrom: version) }
}
