private import Signatures

/// A paper with a signature that does not fit it is shown to the officer, whatever else vouches for it: whoever hands it in may
/// have altered what somebody else signed, and spoilt the signature so that it tells less (Điều 4.6).
struct PapersAsSigned: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        let found = submissionCase.attachments.compactMap { attachment -> Finding? in
            guard let paper = attachment.paper, paper.doesNotFitItsSignature, FilesAreSound.fault(of: paper) == nil
            else { return nil }
            return Finding(.paperSignatureBroken, component: attachment.declared.component, file: paper.file)
        }
        guard !found.isEmpty else { return [] }
        // At level 4 what nothing vouches for is found broken, and asked for by post, already.
        let asked = SignedAtLevelFour().findings(in: submissionCase).filter {
            [.signatureBroken, .signatureNotValid].contains($0.code)
        }
        return found.filter { finding in
            !asked.contains { $0.component == finding.component && $0.file == finding.file }
        }
    }
}

extension Paper {
    /// Whether somebody's signature stands in it and is known to be wrong.
    var doesNotFitItsSignature: Bool { signatures.contains(where: \.isKnownWrong) }
}

extension SignatureReport {
    /// Whether somebody made it and it makes no sense in its place, what it covers is not what was signed, or its value was not
    /// made by the key that it shows.
    var isKnownWrong: Bool { isMade && [present, intact, valid].contains { $0.outcome == .failed } }
}
