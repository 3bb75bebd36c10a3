package import Signatures

/// A new dossier as its form declares it.
package struct Submission: Sendable, Equatable {
    /// Names the submission for good; letters, digits, dots, hyphens and underscores only.
    package let id: String
    package let procedure: String
    package let level: Int
    package let submitter: Submitter
    package let submittedAt: Moment
    package let resultDelivery: ResultDelivery
    /// The components that the form elements fill in.
    package let forms: [String]
    /// The fields of each form that are ticked, by its component; no other field is read.
    package var ticked: [String: Set<String>] = [:]
    package let attachments: [DeclaredAttachment]
    /// What was found of the signatures in the form.
    package var signatures: [SignatureReport]

    package init(
        id: String, procedure: String, level: Int, submitter: Submitter, submittedAt: Moment,
        resultDelivery: ResultDelivery, forms: [String], attachments: [DeclaredAttachment],
        signatures: [SignatureReport]
    ) {
        self.id = id
        self.procedure = procedure
        self.level = level
        self.submitter = submitter
        self.submittedAt = submittedAt
        self.resultDelivery = resultDelivery
        self.forms = forms
        self.attachments = attachments
        self.signatures = signatures
    }
}
