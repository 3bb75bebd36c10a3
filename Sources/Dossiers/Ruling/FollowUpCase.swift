/// A message for a dossier, with what came with it and by which folder.
package struct FollowUpCase: Sendable {
    package let followUp: FollowUp
    /// What the message names, with what came for it.
    package let attachments: [SubmissionCase.Attachment]
    /// The inbox folder that it came by, such as `payments` or `agencies/000.00.10.H34`.
    package let channel: String

    package init(followUp: FollowUp, attachments: [SubmissionCase.Attachment], channel: String) {
        self.followUp = followUp
        self.attachments = attachments
        self.channel = channel
    }
}
