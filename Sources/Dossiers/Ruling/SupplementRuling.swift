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
        guard account != nil || isAskedFor(forms + followUpCase.attachments.map(\.declared.component), of: dossier)
        else { return .without(.notAskedFor) }
        guard !forms.isEmpty || !followUpCase.attachments.isEmpty else { return .without(.noFile) }

        let merged = SupplementedDossier(followUpCase, forms: forms, signatures: signatures, matter)
        var examination = merged.examination
        // A ministry's own is not judged by us: only what its agency asked for is still open (Điều 2.2).
        if dossier.isCentral { examination.findings.removeAll { $0.code != .requestedByAgency } }
        let waiting = Standing.waitingState(findings: examination.findings)
        if dossier.isHandedOver, !dossier.isPaused, !dossier.isCentral, waiting != nil {
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

    /// Whether a dossier waits for all of these components.
    ///
    /// Who has no account shows nothing but a code, which others can guess: what is there already is not his to replace.
    private static func isAskedFor(_ components: [String], of dossier: Dossier) -> Bool {
        let asked = dossier.findings.filter { $0.severity == .supplement }.map(\.component)
        return !asked.isEmpty && (asked.contains(nil) || components.allSatisfy(asked.contains))
    }
}
