private import Signatures

/// Below level 4 no signature is asked for; but a form that was signed and then changed is not what the citizen meant, the level
/// that stands in it least of all.
struct UnbrokenBelowLevelFour: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        let submission = submissionCase.submission
        guard submission.level < 4, submissionCase.policy >= .intact else { return [] }
        let over = submission.signatures.filter { $0.present.outcome == .passed && $0.coverage.whole }
        guard !over.isEmpty, over.allSatisfy({ $0.intact.outcome == .failed }) else { return [] }
        return submission.forms.map { Finding(.signatureBroken, component: $0) }
    }
}
