private import Bytes
package import Signatures

/// A message for a dossier, with what came with it and by which folder.
package struct FollowUpCase: Sendable {
    package let followUp: FollowUp
    /// What the message names, with what came for it.
    package let attachments: [SubmissionCase.Attachment]
    /// Files that came with it and that it does not name.
    package let unlisted: [Paper]
    /// Of the message itself, in its form or beside it.
    let signatures: [SignatureReport]
    /// The inbox folder that it came by, such as `payments` or `agencies/000.00.10.H34`.
    package let channel: String
    /// What it came as: of all that ever came no two have one, though ids may be alike.
    package let claim: String
    /// Whether a person of the office does it, who answers for it by name.
    let isOffices: Bool

    package init(
        followUp: FollowUp, attachments: [SubmissionCase.Attachment], unlisted: [Paper] = [],
        signatures: [SignatureReport] = [], channel: String, claim: String, isOffices: Bool = false
    ) {
        self.signatures = signatures
        self.isOffices = isOffices
        self.followUp = followUp
        self.attachments = attachments
        self.unlisted = unlisted
        self.channel = channel
        self.claim = claim
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

    /// What is wrong with papers that are absent, cannot be opened, or are not the declared ones.
    package var faults: [Finding] { compactMap(\.fault) }

    /// The component of the first of these; nil where all are sound.
    var faultyPaper: String? { lazy.compactMap(\.fault).first?.component }
}

extension SubmissionCase.Attachment {
    /// The first thing that is wrong with a paper, whatever types its component takes; nil where it is sound.
    var fault: Finding? {
        guard let paper else { return Finding(.missingFile, component: declared.component, file: declared.file) }
        if let fault = FilesAreSound.fault(of: paper) {
            return Finding(fault, component: declared.component, file: paper.file, found: paper.fault?.code.rawValue)
        }
        guard MediaType.attachments.contains(paper.type) else {
            return Finding(
                .wrongType, component: declared.component, file: paper.file, found: paper.type.rawValue,
                expected: MediaType.attachments.map(\.rawValue).joined(separator: " "))
        }
        if let size = declared.size, size != paper.size {
            return Finding(
                .sizeMismatch, component: declared.component, file: paper.file, found: String(paper.size),
                expected: String(size))
        }
        if let digest = declared.sha256, digest != paper.sha256 {
            return Finding(.digestMismatch, component: declared.component, file: paper.file)
        }
        return nil
    }
}

extension ExaminedPaper {
    /// The first thing that is wrong with it, whatever types its component takes; nil where it is sound.
    package var fault: Finding? {
        let declared = DeclaredAttachment(component: component ?? "", file: paper.file)
        return SubmissionCase.Attachment(declared: declared, paper: paper).fault
    }
}

extension String {
    /// Whether it says something: at least one character that is no white space.
    var saysSomething: Bool { contains { $0.isLetter || $0.isNumber } }
}
