package import Dossiers

/// Where a claim comes to lie once its events are in the ledger: every end is a folder with a reason.
package enum Disposition: Sendable, Equatable {
    case dossier(DossierCode)
    case refused(Day)
    case repeated(Day)
    case rejected(Day)
    case feedback(Day)
    case yearlyReport(Day)
    case quarantined(Quarantined)
    case unmatched(Unmatched, since: Day)

    /// What the events of one claim say; a pure function, so that a start after a crash files it in the same place.
    ///
    /// Nil where there is no event that disposes of anything.
    package init?(_ entries: [Entry]) {
        for entry in entries {
            switch entry.event {
            case .refused:
                self = .refused(entry.at.day)
                return
            case .repeated:
                self = .repeated(entry.at.day)
                return
            case .rejected:
                self = .rejected(entry.at.day)
                return
            case .feedback:
                self = .feedback(entry.at.day)
                return
            case .yearlyReport:
                self = .yearlyReport(entry.at.day)
                return
            case .quarantined(let quarantined):
                self = .quarantined(quarantined)
                return
            case .unmatched(let item):
                self = .unmatched(item, since: entry.at.day)
                return
            default:
                continue
            }
        }
        guard let code = entries.lazy.compactMap(\.dossier).first else { return nil }
        self = .dossier(code)
    }
}
