package import Dossiers

/// The compliance report of a period (báo cáo tuân thủ thời hạn): by agency, procedure and level, or by one of them.
package struct SLAReport: Sendable {
    package enum Grouping: String, Sendable, CaseIterable { case agency, procedure, level }

    /// A row whose figures do not add up: the report is not issued.
    package struct Discrepancy: Error, CustomStringConvertible {
        package let description: String
    }

    /// What the report is made from, apart from the dossiers.
    package struct Frame: Sendable {
        package let siteName: String
        package let from: Day
        package let to: Day
        /// The moment as of which every figure holds.
        package let asOf: Moment
        /// The last entry of the ledger that was counted, and its digest.
        package let ledgerNumber: Int
        package let ledgerHead: String
        /// Arrivals of the period that became no dossier, by stable word.
        package let others: [(word: String, count: Int)]

        package init(
            siteName: String, from: Day, to: Day, asOf: Moment, ledgerNumber: Int, ledgerHead: String,
            others: [(word: String, count: Int)]
        ) {
            self.siteName = siteName
            self.from = from
            self.to = to
            self.asOf = asOf
            self.ledgerNumber = ledgerNumber
            self.ledgerHead = ledgerHead
            self.others = others
        }
    }

    package let frame: Frame
    package let rows: [SLARow]
    package let total: SLARow

    /// Counts the dossiers that were received in the period.
    package init(
        _ dossiers: some Sequence<Dossier>, frame: Frame, by grouping: Grouping?
    ) throws(Discrepancy) {
        self.frame = frame
        var rows: [[String]: SLARow] = [:]
        var total = SLARow(group: ["*", "*", "*"])
        for dossier in dossiers.sorted(by: { $0.code < $1.code })
        where (frame.from...frame.to).contains(dossier.receivedAt.day) {
            let receipt = dossier.receipt
            let group = [
                grouping == nil || grouping == .agency ? receipt.agency.description : "*",
                grouping == nil || grouping == .procedure ? receipt.procedure : "*",
                grouping == nil || grouping == .level ? String(receipt.level) : "*",
            ]
            rows[group, default: SLARow(group: group)].add(dossier, asOf: frame.asOf)
            total.add(dossier, asOf: frame.asOf)
        }
        self.rows = rows.values.sorted { $0.group.lexicographicallyPrecedes($1.group) }
        self.total = total
        for row in self.rows + [total] {
            guard let discrepancy = row.discrepancy else { continue }
            let codes = (row.codes[.received] ?? []).map(\.description).joined(separator: ", ")
            throw Discrepancy(description: "\(row.group.joined(separator: " ")): \(discrepancy): \(codes)")
        }
    }

    /// The names of the columns, for spreadsheets and `hoso report`.
    package static let columns = ["agency", "procedure", "level"] + SLARow.Column.allCases.map(\.rawValue)

    /// Every row with the total last, as text.
    package var fields: [[String]] {
        (rows + [total]).map { row in row.group + SLARow.Column.allCases.map { String(row.count($0)) } }
    }

    package var csv: [UInt8] {
        var table = CSVText(header: Self.columns)
        for row in fields { table.add(row) }
        return table.bytes
    }
}
