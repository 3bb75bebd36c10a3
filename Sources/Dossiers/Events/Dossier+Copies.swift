/// Certified copies that came by post before what they are copies of: they count once that is there, since no order is asked for.
extension Dossier {
    /// Keeps copies that count for nothing yet.
    mutating func putAside(_ brought: PostalCopyReceipt) {
        let faulty = Set(brought.findings.filter { $0.code != .copyDiffers }.compactMap(\.component))
        copiesAside += brought.papers.filter {
            $0.vouched.isByCertification && !faulty.contains($0.component ?? "") && isOpen($0.component)
                && !counts(for: $0.component)
        }
    }

    /// Whether a copy of the component counts at once, for a paper that is asked for by post: it vouches for nothing that comes later.
    private func counts(for component: String?) -> Bool {
        findings.contains { $0.severity == .postalCopy && $0.file != nil && $0.component == component }
    }

    /// Leaves those aside alone that have something to come still.
    mutating func keepAside() { copiesAside = copiesAside.filter { isOpen($0.component) } }

    /// Whether a paper of the component is asked for online.
    func asksOnline(for component: String?) -> Bool {
        receipt.level == 4 && !isCentral
            && findings.contains { $0.severity == .supplement && $0.component == component }
    }

    /// Whether a certified copy of what a finding asks for online is here: it is not to be sent again.
    package func hasCopyAside(for finding: Finding) -> Bool {
        finding.severity == .supplement && copiesAside.contains { $0.component == finding.component }
    }

    /// Whether a copy of the component may still count: nothing of it came online, or what came is asked for again or by post.
    private func isOpen(_ component: String?) -> Bool {
        guard receipt.level == 4, !isCentral, let component, !forms.contains(component) else { return false }
        return asksOnline(for: component)
            || findings.contains { $0.severity == .postalCopy && $0.component == component }
            || !papers.contains { $0.component == component && !isScan($0) }
    }
}

extension ExaminedPaper.Vouched {
    fileprivate var isByCertification: Bool { if case .byCertification = self { true } else { false } }
}
