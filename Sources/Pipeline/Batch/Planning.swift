import Delivery
import Dossiers
import Publications
import Settings

/// Which files must leave because of a claim's events, by kind and path.
extension Office {
    func plan(_ entries: [Entry], dossier: Dossier?) -> [PlannedOutput] {
        Consequence.of(entries, dossier: dossier).flatMap { consequence -> [PlannedOutput] in
            switch consequence {
            case .dossier: bundles(of: dossier, number: 1)
            case .addition(let number): bundles(of: dossier, number: number)
            case .additionForOthers(let number): bundles(of: dossier, number: number, skipping: dossier?.agency)
            case .results: results(of: dossier)
            case .refund(let cause): refund(of: dossier, cause: cause).map { [$0] } ?? []
            case .notice(let kind, let cause): notice(kind, cause: cause, entries).map { [$0] } ?? []
            case .status: status(entries, dossier).map { [$0] } ?? []
            }
        }
    }

    /// To an agency that the register has no more, as to any that asks for nothing else.
    func path(of code: DossierCode, number: Int, to agency: AgencyCode) -> String {
        DossierBundle.path(
            of: code, number: number, to: agency, as: site.catalogue.agencies[agency]?.delivery ?? .zip)
    }

    private func bundles(of dossier: Dossier?, number: Int, skipping lead: AgencyCode? = nil) -> [PlannedOutput] {
        guard let dossier else { return [] }
        return dossier.agencies.filter { $0 != lead }.map {
            PlannedOutput(
                kind: .dossier, path: path(of: dossier.code, number: number, to: $0), content: .dossier(number: number))
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
