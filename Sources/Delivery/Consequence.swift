package import Dossiers
package import Publications

/// Something that must leave the house because of what was decided.
package enum Consequence: Sendable, Equatable {
    /// The dossier whole, to its agency and each co-agency.
    case dossier
    /// What came later for a dossier that the agency already has; `number` from 2 on.
    case addition(number: Int)
    /// `cause` is the number of the event that is told.
    case notice(NoticeKind, cause: Int)
    /// The state for the portal.
    case status

    /// What the events of one claim ask for; a pure function of them and of the dossier as they leave it.
    package static func of(_ entries: [Entry], dossier: Dossier?) -> [Consequence] {
        var consequences: [Consequence] = []
        var came = false
        var changed = false
        for entry in entries {
            switch entry.event {
            case .waiting(let state):
                changed = true
                switch state {
                case .awaitingSupplement: consequences.append(.notice(.supplement, cause: entry.number))
                case .awaitingPostalCopy: consequences.append(.notice(.postal, cause: entry.number))
                case .awaitingPayment: consequences.append(.notice(.payment, cause: entry.number))
                case .held, .accepted, .processing, .resolved, .returned, .refused, .withdrawn: break
                }
            case .completed:
                changed = true
                consequences += [.dossier, .notice(.receipt, cause: entry.number)]
            case .paid, .postalCopyReceived, .scanReceived:
                came = true
            case .acknowledged:
                changed = true
            case .refused:
                changed = true
                consequences.append(.notice(.refusal, cause: entry.number))
            case .rejected, .quarantined, .unmatched:
                consequences.append(.notice(.incident, cause: entry.number))
            case .incident:
                consequences.append(.notice(.incident, cause: entry.number))
            default: break
            }
        }
        if came, !consequences.contains(.dossier), let deliveries = dossier?.deliveries, deliveries > 0 {
            consequences.append(.addition(number: deliveries + 1))
        }
        if changed { consequences.append(.status) }
        return consequences
    }
}
