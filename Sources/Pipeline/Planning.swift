import Delivery
import Dossiers
import Publications

/// Which files must leave because of a claim's events, by kind and path.
extension Office {
    func plan(_ entries: [Entry], dossier: Dossier?) -> [PlannedOutput] {
        Consequence.of(entries, dossier: dossier).flatMap { consequence -> [PlannedOutput] in
            switch consequence {
            case .dossier:
                return dossier.map { ZIPPaths.all(of: $0, number: 1) }.map { paths in
                    paths.map { PlannedOutput(kind: .dossier, path: $0, consequence: consequence) }
                } ?? []
            case .addition(let number):
                return dossier.map { ZIPPaths.all(of: $0, number: number) }.map { paths in
                    paths.map { PlannedOutput(kind: .dossier, path: $0, consequence: consequence) }
                } ?? []
            case .notice(let kind, let cause):
                guard let entry = entries.first(where: { $0.number == cause }) else { return [] }
                let folder = kind.isForStaff ? "incidents" : "notices"
                let name = NoticeFile.name(kind: kind, about: subject(of: entry), at: entry.at, eventNumber: cause)
                return [PlannedOutput(kind: kind.isForStaff ? .incident : .notice, path: "\(folder)/\(name)", consequence: consequence)]
            case .status:
                guard let name = statusName(entries, dossier) else { return [] }
                return [PlannedOutput(kind: .status, path: "portal/\(name).status.xml", consequence: consequence)]
            }
        }
    }

    private func subject(of entry: Entry) -> String {
        if let dossier = entry.dossier { return dossier.description }
        if case .refused(let refusal) = entry.event { return refusal.submission }
        return site.code
    }

    private func statusName(_ entries: [Entry], _ dossier: Dossier?) -> String? {
        if let dossier { return dossier.code.description }
        for case .refused(let refusal) in entries.map(\.event) { return refusal.submission }
        return nil
    }
}
