/// What an agency's request for more papers does (Điều 15.2).
enum SupplementRequestRuling {
    /// Each component that is asked for becomes a finding, so that the clock stands until the citizen has brought them all.
    ///
    /// - Parameter components: as the agency writes them, in whatever case.
    static func judge(
        by: AgencyCode, reasons: [String], components: [String], approvedBy: String, _ matter: Matter
    ) -> Judgement {
        guard !reasons.isEmpty, reasons.allSatisfy(\.saysSomething) else { return .without(.noReason) }
        guard approvedBy.saysSomething else { return .without(.noApprover) }
        var ids: [String] = []
        for component in components {
            // What a ministry's own procedure asks for is not for us to judge.
            let asked = matter.component(called: component) ?? (matter.dossier.isCentral ? component : nil)
            guard let asked else { return .without(.unknownComponent, component) }
            if !ids.contains(asked) { ids.append(asked) }
        }
        let request = SupplementRequest(by: by, reasons: reasons, components: ids, approvedBy: approvedBy)
        let reason = reasons.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.joined(separator: "; ")
        let subjects: [String?] = ids.isEmpty ? [nil] : ids
        let asked = subjects.map { Finding(.requestedByAgency, component: $0, found: reason) }
        let findings = matter.dossier.findings.filter { !asked.contains($0) } + asked
        return .effect(
            [.supplementRequested(request), matter.examination(findings)] + matter.standing(findings))
    }
}
