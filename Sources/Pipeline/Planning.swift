import Delivery
import Dossiers
import Publications

/// Which files must leave because of a claim's events, by kind and path.
extension Office {
    func plan(_ entries: [Entry], dossier: Dossier?) -> [PlannedOutput] {
        Consequence.of(entries, dossier: dossier).flatMap { consequence -> [PlannedOutput] in
            switch consequence {
            case .dossier: zips(of: dossier, number: 1)
            case .addition(let number): zips(of: dossier, number: number)
            case .results: results(of: dossier)
            case .refund(let cause): refund(of: dossier, cause: cause).map { [$0] } ?? []
            case .notice(let kind, let cause): notice(kind, cause: cause, entries).map { [$0] } ?? []
            case .status: status(entries, dossier).map { [$0] } ?? []
            }
        }
    }

    private func zips(of dossier: Dossier?, number: Int) -> [PlannedOutput] {
        guard let dossier else { return [] }
        return DossierZIP.paths(of: dossier, number: number).map {
            PlannedOutput(kind: .dossier, path: $0, content: .dossier(number: number))
        }
    }

    /// The papers of the result, in the folder of the dossier's own account and no other (Điều 6.2, 8.2b).
    private func results(of dossier: Dossier?) -> [PlannedOutput] {
        guard let dossier, let account = dossier.receipt.submitter.accountFolder, let result = dossier.leadResult else {
            return []
        }
        return result.papers.enumerated().map { index, paper in
            PlannedOutput(
                kind: .result, path: ResultFile.path(dossier.code, account: account, paper: paper, position: index),
                content: .result(paper))
        }
    }

    private func refund(of dossier: Dossier?, cause: Int) -> PlannedOutput? {
        dossier.map {
            PlannedOutput(kind: .refund, path: "refunds/\($0.code)-\(cause).xml", content: .refund(cause: cause))
        }
    }

    private func notice(_ kind: NoticeKind, cause: Int, _ entries: [Entry]) -> PlannedOutput? {
        guard let entry = entries.first(where: { $0.number == cause }) else { return nil }
        let path = letters.path(kind, about: entry)
        return PlannedOutput(
            kind: kind.isForStaff ? .incident : .notice, path: path, content: .notice(kind, cause: cause))
    }

    private func status(_ entries: [Entry], _ dossier: Dossier?) -> PlannedOutput? {
        func planned(_ name: String) -> PlannedOutput {
            PlannedOutput(kind: .status, path: "portal/\(name).status.xml", content: .status)
        }
        if let dossier { return planned(dossier.code.description) }
        for case .refused(let refusal) in entries.map(\.event) { return planned(refusal.submission) }
        return nil
    }
}
