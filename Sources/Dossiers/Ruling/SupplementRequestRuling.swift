/// What an agency's request for more papers does (Điều 15.2).
enum SupplementRequestRuling {
    /// Each component that is asked for becomes a finding, so that the clock stands until the citizen has brought them all.
    static func judge(_ request: SupplementRequest, _ matter: Matter) -> Judgement {
        guard !request.reasons.isEmpty, request.reasons.allSatisfy(\.saysSomething) else { return .without(.noReason) }
        guard request.approvedBy.saysSomething else { return .without(.noApprover) }
        let reason = request.reasons.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.joined(separator: "; ")
        let components: [String?] = request.components.isEmpty ? [nil] : request.components
        let asked = components.map { Finding(.requestedByAgency, component: $0, found: reason) }
        let findings = matter.dossier.findings.filter { !asked.contains($0) } + asked
        return .effect(
            [.supplementRequested(request), matter.examination(findings)] + matter.standing(findings))
    }
}
