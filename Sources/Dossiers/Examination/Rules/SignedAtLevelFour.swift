private import Signatures

/// At level 4 the form and every attachment are digitally signed; what is not comes by post, certified (Điều 7.2a).
struct SignedAtLevelFour: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        guard submissionCase.submission.level == 4, let procedure = submissionCase.procedure else { return [] }
        let formFinding =
            submissionCase.formIsSigned
            ? []
            : submissionCase.submission.forms.filter { procedure.component($0)?.kind == .form }.map {
                Finding(
                    code(for: submissionCase.submission.signatures.filter(\.coverage.whole), submissionCase.policy),
                    component: $0)
            }
        return formFinding
            + submissionCase.attachments.compactMap { attachment in
                // What has to be sent again anyway is not asked for by post as well.
                guard let paper = attachment.paper, paper.size > 0, FilesAreSound.fault(of: paper) == nil,
                    attachment.declared.sha256 == nil || attachment.declared.sha256 == paper.sha256,
                    submissionCase.vouching(for: attachment) == .byNothing
                else { return nil }
                // Its own signatures speak for it first; where there are none, those of the form that cover it.
                let own = paper.signatures.filter { $0.present.outcome == .passed && $0.coverage.whole }
                let signatures = own.isEmpty ? submissionCase.formSignatures(on: attachment) : own
                return Finding(
                    code(for: signatures, submissionCase.policy), component: attachment.declared.component,
                    file: paper.file)
            }
    }

    /// Why signatures that are there do not count; `unsigned` where none is.
    private func code(for signatures: [SignatureReport], _ policy: SignaturePolicy) -> FindingCode {
        let there = signatures.filter { $0.present.outcome == .passed }
        guard let best = there.max(by: { rungs($0) < rungs($1) }) else { return .unsigned }
        let facts = [best.present, best.intact, best.valid, best.trusted]
        let failing = zip(SignaturePolicy.allCases, facts).first { $0.0 <= policy && $0.1.outcome != .passed }
        guard let (rung, fact) = failing else { return .unsigned }
        if fact.outcome == .undetermined { return .signatureUndetermined }
        switch rung {
        case .present: return .unsigned
        case .intact: return .signatureBroken
        case .valid: return .signatureNotValid
        case .trusted: return .signatureNotTrusted
        }
    }

    private func rungs(_ report: SignatureReport) -> Int {
        [report.present, report.intact, report.valid, report.trusted].prefix { $0.outcome == .passed }.count
    }
}
