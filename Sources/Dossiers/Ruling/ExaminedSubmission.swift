package import Bytes

/// A submission that was examined, ready to be ruled on.
package struct ExaminedSubmission: Sendable {
    package let submissionCase: SubmissionCase
    package let examination: Examination
    /// Of the form's bytes and the attachments' digests, however they were packed.
    package let content: Digest
    /// The inbox folder that it came by.
    package let channel: String

    package init(_ submissionCase: SubmissionCase, content: Digest, channel: String) {
        self.submissionCase = submissionCase
        examination = Examiner.examine(submissionCase)
        self.content = content
        self.channel = channel
    }
}
