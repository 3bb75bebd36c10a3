package import Dossiers

/// What kept the house from its work: when it began, was taken in hand and was over (Điều 9.2, 13.7).
package struct Trouble: Sendable, Equatable {
    package let kind: String
    package let from: Moment
    /// When a person had it in hand; nil where nobody said so.
    package private(set) var acknowledgedAt: Moment?
    package private(set) var acknowledgedBy: String?
    /// Nil while it lasts.
    package private(set) var to: Moment?

    /// One turn of it as the ledger has it, so that a ledger can be counted in parts.
    package struct Turn: Sendable, Codable, Equatable, Comparable {
        package enum Kind: String, Sendable, Codable { case begins, acknowledged, over }

        package let at: Moment
        /// Of the ledger's entry.
        package let number: Int
        package let incident: String
        package let kind: Kind
        package var by: String?

        package static func < (left: Turn, right: Turn) -> Bool {
            (left.at, left.number, left.incident) < (right.at, right.number, right.incident)
        }

        /// Nil for an event that is no turn of an incident.
        package init?(_ entry: Entry) {
            switch entry.event {
            case .incident(let incident, let open, _):
                self.incident = incident
                kind = open ? .begins : .over
            case .incidentAcknowledged(let incident, let act):
                self.incident = incident
                kind = .acknowledged
                by = act.by
            default: return nil
            }
            at = entry.at
            number = entry.number
        }
    }

    /// In the order in which they began.
    package static func all(_ turns: [Turn]) -> [Trouble] {
        var all: [Trouble] = []
        for turn in turns.sorted() {
            let open = all.lastIndex { $0.kind == turn.incident && $0.to == nil }
            switch (turn.kind, open) {
            case (.begins, nil): all.append(Trouble(kind: turn.incident, from: turn.at))
            case (.acknowledged, let open?):
                all[open].acknowledgedAt = turn.at
                all[open].acknowledgedBy = turn.by
            case (.over, let open?): all[open].to = turn.at
            default: break
            }
        }
        return all
    }
}
