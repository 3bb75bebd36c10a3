private import Signatures

/// At level 4 the form and every attachment are digitally signed; what is not comes by post, certified (Điều 7.2a).
struct SignedAtLevelFour: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        guard submissionCase.submission.level == 4, submissionCase.procedure != nil else { return [] }
        let ofForm = submissionCase.submission.signatures.filter(\.isMade)
        let formFinding = finding(
            covering: ofForm.contains(where: \.isWhole) ? ofForm : [], beside: ofForm, submissionCase.policy)
        let formFindings =
            submissionCase.formIsSigned ? [] : submissionCase.forms.map { formFinding.of($0, file: nil) }
        return formFindings
            + submissionCase.attachments.compactMap { attachment in
                // What has to be sent again anyway is not asked for by post as well.
                guard let paper = attachment.paper, paper.size > 0, FilesAreSound.fault(of: paper) == nil,
                    attachment.declared.sha256 == nil || attachment.declared.sha256 == paper.sha256,
                    submissionCase.vouching(for: attachment) == .byNothing
                else { return nil }
                return finding(
                    covering: submissionCase.signatures(over: attachment),
                    beside: submissionCase.signatures(meantFor: attachment), submissionCase.policy
                ).of(attachment.declared.component, file: paper.file)
            }
    }

    /// What is found of a form or a paper for which no signature counts: nothing was signed only where none is there at all.
    ///
    /// - Parameters:
    ///   - covering: the signatures that would vouch for it, were they worth what is required.
    ///   - beside: those that were made for it, whatever they cover.
    private func finding(
        covering: [SignatureReport], beside: [SignatureReport], _ policy: SignaturePolicy
    ) -> Finding {
        if !covering.isEmpty { return Finding(code(for: covering, policy)) }
        return beside.isEmpty ? Finding(.unsigned) : Finding(.signatureBroken, found: Finding.notWhole)
    }

    /// Why a file's signatures do not count, by the lowest of them; `unsigned` where none is.
    ///
    /// What is known to be wrong comes before what is not known, since no person's word makes up for it.
    private func code(for signatures: [SignatureReport], _ policy: SignaturePolicy) -> FindingCode {
        let codes = signatures.compactMap { code(for: $0, policy) }
        let lowestFirst: [FindingCode] = [
            .signatureBroken, .signatureNotValid, .signatureNotTrusted, .signatureUndetermined,
        ]
        return lowestFirst.first(where: codes.contains) ?? .unsigned
    }

    /// Nil where it counts.
    private func code(for signature: SignatureReport, _ policy: SignaturePolicy) -> FindingCode? {
        let facts = [signature.present, signature.intact, signature.valid, signature.trusted]
        let failing = zip(SignaturePolicy.allCases, facts).first { $0.0 <= policy && $0.1.outcome != .passed }
        guard let (rung, fact) = failing else { return nil }
        if fact.outcome == .undetermined { return .signatureUndetermined }
        switch rung {
        case .present, .intact: return .signatureBroken
        case .valid: return .signatureNotValid
        case .trusted: return .signatureNotTrusted
        }
    }
}

extension Finding {
    /// The same of a component.
    fileprivate func of(_ component: String, file: String?) -> Finding {
        Finding(code, component: component, file: file, found: found, expected: expected)
    }
}
