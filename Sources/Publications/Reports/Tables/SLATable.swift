import Dossiers

/// The compliance table of a period (tuân thủ thời hạn): by agency, procedure and level, or by one of them.
///
/// It counts the dossiers that were received in the period; hours count, not days.
package struct SLATable: Sendable {
    package enum Grouping: String, Sendable, CaseIterable { case agency, procedure, level }

    /// What is counted; each dossier stands under `received` and under each that holds for it.
    package enum Column: String, Sendable, CaseIterable {
        case received, accepted, awaitingSupplement, awaitingPostalCopy, awaitingPayment, held
        case handedOverInTime, handedOverLate, handOverPending, handOverOverdue
        /// Late with an agency that led before, and counted for that one.
        case formerlyLate
        case resultDue, resultOverdue
        case resolvedInTime, resolvedLate, refused, withdrawn
        /// Refused or withdrawn when their time was over; they stand there as well.
        case endedLate
    }

    /// What a figure is the sum of: each dossier of the whole stands in exactly one of the parts, and no other in any.
    fileprivate enum Identity: CaseIterable {
        case received, accepted

        private var whole: Column { self == .received ? .received : .accepted }

        private var parts: [Column] {
            switch self {
            case .received:
                [.accepted, .awaitingSupplement, .awaitingPostalCopy, .awaitingPayment, .held, .refused, .withdrawn]
            case .accepted: [.handedOverInTime, .handedOverLate, .handOverPending, .handOverOverdue]
            }
        }

        func holds(for columns: [Column]) -> Bool {
            // One that was complete stands under what became of it as well.
            let isCounted = self == .received && columns.contains(.accepted)
            let count = columns.count { isCounted ? $0 == .accepted : parts.contains($0) }
            return count == (columns.contains(whole) ? 1 : 0)
        }

        var words: String { "\(whole.rawValue) = \(parts.map(\.rawValue).joined(separator: " + "))" }
    }

    package struct Row: Sendable {
        /// Agency, procedure and level; `*` where all are taken together.
        package let group: [String]
        package fileprivate(set) var codes: [Column: CodeList] = [:]
        /// Dossiers that do not stand in exactly one of the parts of a sum, by that sum.
        fileprivate var wrong: [Identity: [DossierCode]] = [:]

        package func count(_ column: Column) -> Int { codes[column]?.count ?? 0 }
    }

    package let data: ReportData
    package let rows: [Row]

    /// Throws where a row's figures do not add up.
    package init(_ data: ReportData, by grouping: Grouping?) throws(ReportDiscrepancy) {
        self.data = data
        var rows: [[String]: Row] = [:]
        func count(_ dossier: CountedRow, _ columns: [Column], for agency: AgencyCode) {
            let group = [
                grouping == nil || grouping == .agency ? agency.description : "*",
                grouping == nil || grouping == .procedure ? dossier.procedure : "*",
                grouping == nil || grouping == .level ? String(dossier.level) : "*",
            ]
            for column in columns {
                rows[group, default: Row(group: group)].codes[column, default: CodeList()].append(dossier.code)
            }
            for identity in Identity.allCases where !identity.holds(for: columns) {
                rows[group]?.wrong[identity, default: []].append(dossier.code)
            }
        }
        for dossier in data.everLed where data.frame.covers(dossier.receivedAt) {
            let columns = Self.columns(of: dossier, asOf: data.frame.asOf)
            guard dossier.isHandedOn else {
                count(dossier, columns, for: dossier.agency)
                continue
            }
            for (agency, columns) in Self.parts(columns, of: dossier, asOf: data.frame.asOf)
            where data.concerns(agency) {
                count(dossier, columns, for: agency)
            }
        }
        self.rows = rows.values.sorted { $0.group.lexicographicallyPrecedes($1.group) }
        for row in self.rows {
            for identity in Identity.allCases {
                guard let wrong = row.wrong[identity] else { continue }
                throw ReportDiscrepancy(
                    report: "sla", row: row.group.joined(separator: " "), identity: identity.words, codes: wrong)
            }
        }
    }

    /// The columns of a dossier that more than one agency led, each with the agency that it is counted for.
    private static func parts(
        _ columns: [Column], of dossier: CountedRow, asOf: Moment
    ) -> [(AgencyCode, [Column])] {
        let late: Set<Column> = [.resultOverdue, .resolvedLate, .endedLate]
        let answerable = dossier.answerable(asOf: asOf)
        return [(dossier.agency, columns.filter { answerable == dossier.agency || !late.contains($0) })]
            + (answerable == dossier.agency ? [] : [(answerable, columns.filter(late.contains))])
            + dossier.formerlyLate.sorted().map { ($0, [.formerlyLate]) }
    }

    private static func columns(of dossier: CountedRow, asOf: Moment) -> [Column] {
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
        let isInTime = dossier.handOverEnd(asOf: asOf) <= handOverDue
        // A dossier that came to its end without a word from the agency was handed over by then.
        if dossier.handedOverAt != nil || dossier.finishedAt != nil {
            columns.append(isInTime ? .handedOverInTime : .handedOverLate)
        } else {
            columns.append(isInTime ? .handOverPending : .handOverOverdue)
        }
        let isLate = due < dossier.clockEnd(asOf: asOf)
        if dossier.isOpen {
            columns.append(isLate ? .resultOverdue : .resultDue)
        } else if end.isEmpty {
            columns.append(isLate ? .resolvedLate : .resolvedInTime)
        } else if isLate {
            columns.append(.endedLate)
        }
        return columns
    }
}
