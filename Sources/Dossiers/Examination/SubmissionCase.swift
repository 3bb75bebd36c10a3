package import Signatures

/// All that an examination looks at: what the form declares, what came, and what the law and the site ask of it.
package struct SubmissionCase: Sendable {
    /// An attachment that the form names, with the file that came for it; nil where none did.
    package struct Attachment: Sendable {
        package let declared: DeclaredAttachment
        package let paper: Paper?
        /// What vouches for it, where that was found out before; nil where this case tells.
        package var vouched: ExaminedPaper.Vouched?

        package init(declared: DeclaredAttachment, paper: Paper?, vouched: ExaminedPaper.Vouched? = nil) {
            self.declared = declared
            self.paper = paper
            self.vouched = vouched
        }
    }

    package let submission: Submission
    package let attachments: [Attachment]
    /// Files in the package that the form does not name.
    package let unlisted: [Paper]
    /// The version that holds on the day of receipt; nil where the code is unknown.
    package let procedure: Procedure?
    package let accountIsRegistered: Bool
    /// Whose account it is, as the portal registered it; nil where that is not known.
    package var accountName: PersonalText?
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

    /// The procedure's own forms among those filled in; no other stands for one of them.
    var forms: [String] { submission.forms.filter { procedure?.isForm($0) == true } }

    /// Whether signatures that count cover the root of the form, and with it the attachments' digests.
    package var formIsSigned: Bool { number(in: submission.signatures) { $0.coverage.whole } != nil }

    /// What shows that an attachment is the submitter's own (Điều 7.2a).
    package func vouching(for attachment: Attachment) -> ExaminedPaper.Vouched {
        if let vouched = attachment.vouched { return vouched }
        guard let paper = attachment.paper else { return .byNothing }
        if let own = number(in: paper.signatures, where: { $0.coverage.whole }) { return .byItself(signature: own) }
        let ofForm = number(in: submission.signatures) { covers($0, attachment, paper) }
        return ofForm.map { .byForm(signature: $0) } ?? .byNothing
    }

    /// The signatures that would vouch for an attachment, were they worth what the site requires: its own, else the form's.
    func signatures(over attachment: Attachment) -> [SignatureReport] {
        guard let paper = attachment.paper else { return [] }
        let own = paper.signatures.filter(\.isMade)
        if own.contains(where: \.isWhole) { return own }
        let ofForm = submission.signatures.filter(\.isMade)
        return ofForm.contains { covers($0, attachment, paper) } ? ofForm : []
    }

    /// The signatures that were made for an attachment, whatever they cover: its own, else those of the form that says what is in it.
    func signatures(meantFor attachment: Attachment) -> [SignatureReport] {
        guard let paper = attachment.paper else { return [] }
        let own = paper.signatures.filter(\.isMade)
        if !own.isEmpty { return own }
        let ofForm = submission.signatures.filter(\.isMade)
        // A form that is signed whole covers what it gives the digest of; where it is not, neither is that.
        return isInForm(attachment, paper) && !ofForm.contains(where: \.isWhole) ? ofForm : []
    }

    /// Whether a signature of the form covers an attachment: by the digest in the form, by the file in it, or by a reference.
    private func covers(_ signature: SignatureReport, _ attachment: Attachment, _ paper: Paper) -> Bool {
        (signature.coverage.whole && isInForm(attachment, paper))
            || signature.coverage.files.contains(attachment.declared.file)
    }

    /// Whether the form says what is in the file, by its digest or by carrying it.
    private func isInForm(_ attachment: Attachment, _ paper: Paper) -> Bool {
        attachment.declared.sha256.map { $0 == paper.sha256 } ?? (attachment.declared.isCarried == true)
    }

    /// The number of the first of a file's signatures that fits; nil where one that was made does not count, since the lowest
    /// speaks for the file.
    private func number(
        in signatures: [SignatureReport], where fits: (SignatureReport) -> Bool
    ) -> Int? {
        guard signatures.allSatisfy({ !$0.isMade || $0.counts(under: policy) }) else { return nil }
        return signatures.firstIndex { $0.isMade && fits($0) }.map { $0 + 1 }
    }
}

extension SignatureReport {
    /// Whether the signature is worth what the site requires; «could not be determined» is never enough.
    package func counts(under policy: SignaturePolicy) -> Bool {
        let ladder: [(SignaturePolicy, Fact)] = [
            (.present, present), (.intact, intact), (.valid, valid), (.trusted, trusted),
        ]
        return isMade && ladder.allSatisfy { rung, fact in rung > policy || fact.outcome == .passed }
    }

    /// Whether it is there, and over all of its file.
    var isWhole: Bool { present.outcome == .passed && coverage.whole }
}
