import Dossiers
import Ledgers

/// Open dossiers by age and agency, as Postfix's qshape shows queues.
package struct AgeTable: Sendable, Equatable {
    /// Where a column ends, in hours since receipt, and what stands over it.
    package static let columns: [(hours: Int, title: String)] = [
        (4, "4h"), (24, "1d"), (48, "2d"), (120, "5d"), (240, "10d"), (480, "20d"), (.max, "20d+"),
    ]

    package struct Row: Sendable, Equatable {
        package let agency: String
        /// One for each column; an entry counts the dossiers up to that age that no column before holds.
        package let counts: [Int]
        package var total: Int { counts.reduce(0, +) }
    }

    /// The sum first, then each agency that has open dossiers, those with most first.
    package let rows: [Row]

    /// Counts one dossier after the other.
    struct Counts {
        let now: Moment
        fileprivate var counts: [AgencyCode: [Int]] = [:]

        init(now: Moment) { self.now = now }

        mutating func add(_ dossier: OpenDossier) {
            let hours = max(0, now.seconds - dossier.receivedAt.seconds) / 3600
            let column = AgeTable.columns.firstIndex { hours < $0.hours } ?? AgeTable.columns.count - 1
            counts[dossier.agency, default: Array(repeating: 0, count: AgeTable.columns.count)][column] += 1
        }
    }

    init(_ counts: Counts) {
        let agencies = counts.counts.map { Row(agency: $0.key.description, counts: $0.value) }
            .sorted { ($1.total, $0.agency) < ($0.total, $1.agency) }
        let sums = Self.columns.indices.map { column in agencies.reduce(0) { $0 + $1.counts[column] } }
        rows = [Row(agency: "TOTAL", counts: sums)] + agencies
    }
}
