package import Dossiers

/// The stable words by which the ledger calls its events.
package enum EventKind: String, Sendable, CaseIterable {
    case received, examined, waiting, completed, forwarded, messageReceived, paid, postalCopyReceived, scanReceived
    case supplemented, withdrawn, feedback, acknowledged, supplementRequested, extended, apologyDrafted, agencyRefused
    case resultReceived, collected, yearlyReport, paused, resumed, recounted, refundOrdered, remarked, held, released
    case rerouted, resent, violationMarked, violationCleared, refused, repeated, rejected, quarantined, unmatched
    case matched, mayLieUnmatched, putBack, published, incident, incidentAcknowledged, nightlyDone
}

extension Event {
    package var kind: EventKind {
        switch self {
        case .received: .received
        case .examined: .examined
        case .waiting: .waiting
        case .completed: .completed
        case .forwarded: .forwarded
        case .messageReceived: .messageReceived
        case .paid: .paid
        case .postalCopyReceived: .postalCopyReceived
        case .scanReceived: .scanReceived
        case .supplemented: .supplemented
        case .withdrawn: .withdrawn
        case .feedback: .feedback
        case .acknowledged: .acknowledged
        case .supplementRequested: .supplementRequested
        case .extended: .extended
        case .apologyDrafted: .apologyDrafted
        case .agencyRefused: .agencyRefused
        case .resultReceived: .resultReceived
        case .collected: .collected
        case .yearlyReport: .yearlyReport
        case .paused: .paused
        case .resumed: .resumed
        case .recounted: .recounted
        case .refundOrdered: .refundOrdered
        case .remarked: .remarked
        case .held: .held
        case .released: .released
        case .rerouted: .rerouted
        case .resent: .resent
        case .violationMarked: .violationMarked
        case .violationCleared: .violationCleared
        case .refused: .refused
        case .repeated: .repeated
        case .rejected: .rejected
        case .quarantined: .quarantined
        case .unmatched: .unmatched
        case .matched: .matched
        case .mayLieUnmatched: .mayLieUnmatched
        case .putBack: .putBack
        case .published: .published
        case .incident: .incident
        case .incidentAcknowledged: .incidentAcknowledged
        case .nightlyDone: .nightlyDone
        }
    }

    /// The stable word that stands in the ledger.
    package var name: String { kind.rawValue }
}
