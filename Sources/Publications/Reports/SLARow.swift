package import Dossiers

/// A line of the compliance report: the dossiers of one group, each under what became of it.
package struct SLARow: Sendable {
    /// What is counted; each dossier of the group stands under `received` and under each that holds for it.
    package enum Column: String, Sendable, CaseIterable {
        case received, accepted, awaitingSupplement, awaitingPostalCopy, awaitingPayment, held
        case handedOverInTime, handedOverLate, handOverPending, handOverOverdue
        case resultDue, resultOverdue
    }

    /// Agency, procedure and level; `*` where all are taken together.
    package let group: [String]
    package private(set) var codes: [Column: [DossierCode]] = [:]

    init(group: [String]) { self.group = group }

    package func count(_ column: Column) -> Int { codes[column]?.count ?? 0 }

    /// Counts a dossier as it stands at `asOf`.
    mutating func add(_ dossier: Dossier, asOf: Moment) {
        for column in Self.columns(of: dossier, asOf: asOf) { codes[column, default: []].append(dossier.code) }
    }

    private static func columns(of dossier: Dossier, asOf: Moment) -> [Column] {
        guard let deadlines = dossier.deadlines else {
            switch dossier.state {
            case .awaitingSupplement: return [.received, .awaitingSupplement]
            case .awaitingPostalCopy: return [.received, .awaitingPostalCopy]
            case .awaitingPayment: return [.received, .awaitingPayment]
            default: return [.received, .held]
            }
        }
        var columns: [Column] = [.received, .accepted]
        if let acknowledged = dossier.acknowledgedAt {
            columns.append(acknowledged <= deadlines.handOver ? .handedOverInTime : .handedOverLate)
        } else {
            columns.append(asOf <= deadlines.handOver ? .handOverPending : .handOverOverdue)
        }
        if dossier.state == .accepted || dossier.state == .processing {
            columns.append(asOf <= deadlines.result ? .resultDue : .resultOverdue)
        }
        return columns
    }

    /// What must add up, and does not: received = accepted + waiting, accepted = handed over + not yet.
    var discrepancy: String? {
        let waiting = [Column.awaitingSupplement, .awaitingPostalCopy, .awaitingPayment, .held].map(count).reduce(0, +)
        if count(.received) != count(.accepted) + waiting { return "received is not accepted and waiting" }
        let handOver = [Column.handedOverInTime, .handedOverLate, .handOverPending, .handOverOverdue]
        if count(.accepted) != handOver.map(count).reduce(0, +) { return "accepted is not handed over and pending" }
        return nil
    }
}
