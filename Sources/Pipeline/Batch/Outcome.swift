import Files
package import Dossiers
import Intake

/// What became of one arrival, for the table of `demo` and the log; names, codes and reasons only.
package struct Outcome: Sendable, Equatable {
    /// As it lay in the inbox, such as `online/hs.zip`.
    package let arrival: String
    package let dossier: DossierCode?
    /// A state, or `duplicate`, `rejected`, `quarantined`, `unmatched`.
    package let state: String
    package let reasons: [String]

    init(_ verdict: Verdict, arrival: String) {
        self.arrival = arrival
        dossier = verdict.entries.lazy.compactMap(\.dossier).first
        for entry in verdict.entries {
            switch entry.event {
            case .refused(let refusal):
                state = "refused"
                reasons = refusal.findings.map(\.code.rawValue)
                return
            case .repeated:
                state = "duplicate"
                reasons = []
                return
            case .rejected(let rejection):
                state = "rejected"
                reasons = [rejection.reason]
                return
            case .quarantined(let quarantined):
                state = "quarantined"
                reasons = [quarantined.code]
                return
            case .unmatched(let item):
                state = "unmatched"
                reasons = [item.reason]
                return
            default: continue
            }
        }
        state = verdict.dossier?.state.rawValue ?? "recorded"
        reasons = [FindingCodes.list(verdict.dossier?.shownFindings ?? [])].filter { $0 != "-" }
    }

    /// One line for the log.
    package var line: String {
        let code = dossier.map { " \($0)" } ?? ""
        let why = reasons.isEmpty ? "" : " (\(reasons.joined(separator: ",")))"
        return "\(arrival): \(state)\(code)\(why)"
    }
}

extension InHand {
    /// The arrival as it lay in the inbox: the form, the archive, the folder or the scan.
    var arrivalName: String {
        "\(claim.channel)/\(stamps.names.namesake?.description ?? "?")"
    }
}

extension Sequence<FileName> {
    /// The name by which an arrival of several files is called: the form's where there is one.
    var namesake: FileName? {
        let names = sorted { $0.description < $1.description }
        return names.first { $0.suffix == "xml" } ?? names.first
    }
}
