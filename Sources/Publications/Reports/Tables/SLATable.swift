package import Dossiers

/// The compliance table of a period (tuân thủ thời hạn): by agency, procedure and level, or by one of them.
///
/// It counts the dossiers that were received in the period; hours count, not days.
package struct SLATable: Sendable {
    package enum Grouping: String, Sendable, CaseIterable { case agency, procedure, level }

    /// What is counted; each dossier stands under `received` and under each that holds for it.
    package enum Column: String, Sendable, CaseIterable {
        case received, accepted, awaitingSupplement, awaitingPostalCopy, awaitingPayment, held
        case handedOverInTime, handedOverLate, handOverPending, handOverOverdue
        case resultDue, resultOverdue
        case resolvedInTime, resolvedLate, refused, withdrawn
    }

    package struct Row: Sendable {
        /// Agency, procedure and level; `*` where all are taken together.
        package let group: [String]
        package fileprivate(set) var codes: [Column: [DossierCode]] = [:]

        package func count(_ column: Column) -> Int { codes[column]?.count ?? 0 }
    }

    package let data: ReportData
    package let rows: [Row]

    /// Throws where a row's figures do not add up.
    package init(_ data: ReportData, by grouping: Grouping?) throws(ReportDiscrepancy) {
        self.data = data
        var rows: [[String]: Row] = [:]
        for dossier in data.dossiers where data.frame.covers(dossier.receivedAt) {
            let group = [
                grouping == nil || grouping == .agency ? dossier.agency.description : "*",
                grouping == nil || grouping == .procedure ? dossier.procedure : "*",
                grouping == nil || grouping == .level ? String(dossier.level) : "*",
            ]
            for column in Self.columns(of: dossier, asOf: data.frame.asOf) {
                rows[group, default: Row(group: group)].codes[column, default: []].append(dossier.code)
            }
        }
        self.rows = rows.values.sorted { $0.group.lexicographicallyPrecedes($1.group) }
        for row in self.rows {
            // One that was complete stands under what became of it as well.
            let accepted = Set(row.codes[.accepted] ?? [])
            try Self.check(
                row, .received,
                [.accepted, .awaitingSupplement, .awaitingPostalCopy, .awaitingPayment, .held, .refused, .withdrawn]
            ) { column, code in column == .accepted || !accepted.contains(code) }
            try Self.check(row, .accepted, [.handedOverInTime, .handedOverLate, .handOverPending, .handOverOverdue])
        }
    }

    private static func columns(of dossier: CountedDossier, asOf: Moment) -> [Column] {
        let end: [Column] =
            switch dossier.ending {
            case .refused: [.refused]
            case .withdrawn: [.withdrawn]
            case .resolved, nil: []
            }
        guard let handOverDue = dossier.handOverDue, let due = dossier.due else {
            guard end.isEmpty else { return [.received] + end }
            switch dossier.state {
            case .awaitingSupplement: return [.received, .awaitingSupplement]
            case .awaitingPostalCopy: return [.received, .awaitingPostalCopy]
            case .awaitingPayment: return [.received, .awaitingPayment]
            default: return [.received, .held]
            }
        }
        var columns: [Column] = [.received, .accepted] + end
        // A dossier that came to its end without a word from the agency was handed over by then.
        if let handedOver = [dossier.handedOverAt, dossier.finishedAt].compactMap({ $0 }).min() {
            columns.append(handedOver <= handOverDue ? .handedOverInTime : .handedOverLate)
        } else {
            columns.append(asOf <= handOverDue ? .handOverPending : .handOverOverdue)
        }
        if let finished = dossier.finishedAt {
            if end.isEmpty { columns.append(finished <= due ? .resolvedInTime : .resolvedLate) }
        } else {
            columns.append(dossier.clockEnd(asOf: asOf) <= due ? .resultDue : .resultOverdue)
        }
        return columns
    }

    /// Each dossier of the whole stands in exactly one of its parts.
    private static func check(
        _ row: Row, _ whole: Column, _ parts: [Column], where counts: (Column, DossierCode) -> Bool = { _, _ in true }
    ) throws(ReportDiscrepancy) {
        var times: [DossierCode: Int] = [:]
        for part in parts {
            for code in row.codes[part] ?? [] where counts(part, code) { times[code, default: 0] += 1 }
        }
        let all = row.codes[whole] ?? []
        let wrong = all.filter { times[$0] != 1 }
        guard wrong.isEmpty, times.count == all.count else {
            let strangers = Set(times.keys).subtracting(all).sorted()
            throw ReportDiscrepancy(
                report: "sla", row: row.group.joined(separator: " "),
                identity: "\(whole.rawValue) = \(parts.map(\.rawValue).joined(separator: " + "))",
                codes: wrong + strangers)
        }
    }
}
