/// A message for a dossier, with what came with it and by which folder.
package struct FollowUpCase: Sendable {
    package let followUp: FollowUp
    /// What the message names, with what came for it.
    package let attachments: [SubmissionCase.Attachment]
    /// Files that came with it and that it does not name.
    package let unlisted: [Paper]
    /// The inbox folder that it came by, such as `payments` or `agencies/000.00.10.H34`.
    package let channel: String

    package init(
        followUp: FollowUp, attachments: [SubmissionCase.Attachment], unlisted: [Paper] = [], channel: String
    ) {
        self.followUp = followUp
        self.attachments = attachments
        self.unlisted = unlisted
        self.channel = channel
    }

    /// The agency whose folder it came by; nil for any other folder.
    var agency: AgencyCode? {
        let prefix = "agencies/"
        return channel.hasPrefix(prefix) ? AgencyCode(String(channel.dropFirst(prefix.count))) : nil
    }
}

extension Sequence<SubmissionCase.Attachment> {
    /// What came, as papers that nothing vouches for.
    var papers: [ExaminedPaper] {
        compactMap { attachment in
            attachment.paper.map { ExaminedPaper(component: attachment.declared.component, paper: $0) }
        }
    }

    /// The component of the first paper that is absent, cannot be opened, or is not the declared one; nil where all are sound.
    package var faultyPaper: String? {
        first { attachment in
            guard let paper = attachment.paper else { return true }
            let declared = attachment.declared
            return FilesAreSound.fault(of: paper) != nil || paper.type == .unknown
                || (declared.size ?? paper.size) != paper.size || (declared.sha256 ?? paper.sha256) != paper.sha256
        }?.declared.component
    }
}

extension String {
    /// Whether it says something: at least one character that is no white space.
    var saysSomething: Bool { contains { $0.isLetter || $0.isNumber } }
}
