import Signatures

/// What a citizen's supplement does: the whole dossier is examined anew with it (Điều 6.2, 14.2).
enum SupplementRuling {
    static func judge(
        _ followUpCase: FollowUpCase, account: PersonalText?, forms: [String], signatures: [SignatureReport],
        _ matter: Matter
    ) -> Judgement {
        let dossier = matter.dossier
        guard account == dossier.receipt.submitter.account else { return .without(.otherAccount) }
        guard dossier.resolvedAt == nil else { return .without(.resolvedAlready) }
        if account == nil, !followUpCase.isOffices, let others = others(than: followUpCase.attachments, of: dossier) {
            return .without(.notAskedFor, others.isEmpty ? nil : others.joined(separator: " "))
        }
        guard !forms.isEmpty || !followUpCase.attachments.isEmpty else { return .without(.noFile) }

        let merged = SupplementedDossier(followUpCase, forms: forms, signatures: signatures, matter)
        var examination = CopyCounting.count(readyFor: merged.examination, forms: forms, matter)
        // A ministry's own is not judged by us: only what its agency asked for is still open (Điều 2.2).
        if dossier.isCentral { examination.findings.removeAll { $0.code != .requestedByAgency } }
        if dossier.isHandedOver, !dossier.isPaused, !dossier.isCentral, isFaulty(examination.findings, for: dossier) {
            // What was complete stays as it was; the citizen is told what is wrong with what came.
            let codes = examination.findings.filter { $0.severity != .remark }.map(\.code.rawValue)
            return .without(.faultySupplement, codes.joined(separator: " "))
        }
        let events: [Event] = [
            .supplemented(
                SupplementReceipt(
                    message: followUpCase.followUp.id, forms: forms, papers: merged.brought,
                    replaced: merged.replaced.sorted(), signatures: signatures)),
            .examined(examination),
        ]
        return .effect(events + matter.standing(examination.findings))
    }

    /// Whether a supplement to what was complete leaves something wrong: what a person looks at already is no fault of it, but what
    /// its citizen would be asked for is.
    private static func isFaulty(_ findings: [Finding], for dossier: Dossier) -> Bool {
        let others = dossier.standing == .held ? findings.filter { $0.severity != .hold } : findings
        return Standing.waitingState(findings: others) != nil
    }

    /// What a sender without an account may not bring; nil where he may bring it all.
    ///
    /// He shows nothing but a code, which others can guess: so he brings something only while the dossier waits for it, and what
    /// is there and sound is not his to replace. What he sends once more as it was changes nothing.
    private static func others(than attachments: [SubmissionCase.Attachment], of dossier: Dossier) -> [String]? {
        let open = dossier.findings.filter { $0.severity == .supplement || $0.severity == .postalCopy }
        guard !open.isEmpty else { return [] }
        guard open.allSatisfy({ $0.component != nil }) else { return nil }
        // Of a file that came twice the other component may be the one that is wrong.
        let asked = Set(open.flatMap { [$0.component, $0.found] })
        let others = attachments.filter { attachment in
            let component = attachment.declared.component
            return !asked.contains(component)
                && !dossier.papers.contains {
                    $0.component == component && $0.paper.sha256 == attachment.paper?.sha256
                }
        }
        return others.isEmpty ? nil : others.map(\.declared.component)
    }
}
