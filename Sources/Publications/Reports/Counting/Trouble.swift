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
        var open: [String: Int] = [:]
        for turn in turns.sorted() {
            switch (turn.kind, open[turn.incident]) {
            case (.begins, nil):
                open[turn.incident] = all.count
                all.append(Trouble(kind: turn.incident, from: turn.at))
            case (.acknowledged, let place?):
                all[place].acknowledgedAt = turn.at
                all[place].acknowledgedBy = turn.by
            case (.over, let place?):
                all[place].to = turn.at
                open[turn.incident] = nil
            default: break
            }
        }
        return all
    }
}
