private import Signatures

/// Below level 4 no signature is asked for; but a form that was signed and then changed is not what the citizen meant, the level
/// that stands in it least of all: it is asked for once more (Điều 14.2).
struct UnbrokenBelowLevelFour: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        let submission = submissionCase.submission
        guard submission.level < 4, submissionCase.policy >= .intact else { return [] }
        let isBroken = submission.signatures.contains { $0.isMade && $0.isWhole && $0.intact.outcome == .failed }
        guard isBroken else { return [] }
        let forms = submissionCase.forms.map { Finding(.formSignatureBroken, component: $0) }
        guard forms.isEmpty else { return forms }
        // Without a form of the procedure it is what came with it that nobody can rely on.
        return submissionCase.attachments.compactMap { attachment in
            attachment.paper.map {
                Finding(.formSignatureBroken, component: attachment.declared.component, file: $0.file)
            }
        }
    }
}
