private import Signatures

/// A paper that was changed after it was signed is shown to the officer, whatever else vouches for it: whoever hands it in may
/// have altered what somebody else signed (Điều 4.6).
struct PapersAsSigned: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        submissionCase.attachments.compactMap { attachment in
            guard let paper = attachment.paper, paper.signatures.contains(where: \.wasChanged),
                FilesAreSound.fault(of: paper) == nil
            else { return nil }
            // At level 4 what nothing vouches for is found broken, and asked for, already.
            guard submissionCase.submission.level < 4 || submissionCase.vouching(for: attachment) != .byNothing else {
                return nil
            }
            return Finding(.paperSignatureBroken, component: attachment.declared.component, file: paper.file)
        }
    }
}

extension SignatureReport {
    /// Whether it is there, and what it covers is not what was signed.
    fileprivate var wasChanged: Bool { present.outcome == .passed && intact.outcome == .failed }
}
