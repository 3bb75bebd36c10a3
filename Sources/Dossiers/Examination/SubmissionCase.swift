package import Signatures

/// All that an examination looks at: what the form declares, what came, and what the law and the site ask of it.
package struct SubmissionCase: Sendable {
    /// An attachment that the form names, with the file that came for it; nil where none did.
    package struct Attachment: Sendable, Codable {
        package let declared: DeclaredAttachment
        package let paper: Paper?

        package init(declared: DeclaredAttachment, paper: Paper?) {
            self.declared = declared
            self.paper = paper
        }
    }

    package let submission: Submission
    package let attachments: [Attachment]
    /// Files in the package that the form does not name.
    package let unlisted: [Paper]
    /// The version that holds on the day of receipt; nil where the code is unknown.
    package let procedure: Procedure?
    package let accountIsRegistered: Bool
    package let policy: SignaturePolicy
    package let now: Moment

    package init(
        submission: Submission, attachments: [Attachment], unlisted: [Paper], procedure: Procedure?,
        accountIsRegistered: Bool, policy: SignaturePolicy, now: Moment
    ) {
        self.submission = submission
        self.attachments = attachments
        self.unlisted = unlisted
        self.procedure = procedure
        self.accountIsRegistered = accountIsRegistered
        self.policy = policy
        self.now = now
    }

    /// Whether a signature that counts covers the root of the form, and with it the attachments' digests.
    package var formIsSigned: Bool {
        submission.signatures.contains { $0.coverage.whole && $0.counts(under: policy) }
    }

    /// What shows that an attachment is the submitter's own (Điều 7.2a).
    package func vouching(for attachment: Attachment) -> ExaminedPaper.Vouched {
        guard let paper = attachment.paper else { return .byNothing }
        if paper.signatures.contains(where: { $0.coverage.whole && $0.counts(under: policy) }) { return .byItself }
        if formIsSigned, attachment.declared.sha256 == paper.sha256 { return .byForm }
        let referred = submission.signatures.contains {
            $0.coverage.files.contains(attachment.declared.file) && $0.counts(under: policy)
        }
        return referred ? .byForm : .byNothing
    }
}

extension SignatureReport {
    /// Whether the signature is worth what the site requires; «could not be determined» is never enough.
    package func counts(under policy: SignaturePolicy) -> Bool {
        let ladder: [(SignaturePolicy, Fact)] = [
            (.present, present), (.intact, intact), (.valid, valid), (.trusted, trusted),
        ]
        return ladder.allSatisfy { rung, fact in rung > policy || fact.outcome == .passed }
    }
}
