import Dossiers

/// The rows of a table, with the rules that hold for them looked up once for all that have the same.
struct CountedRows: Sendable {
    private let table: CountedRow.Table
    /// By the number of what a dossier had from its receipt on.
    private let procedures: [Procedure?]
    /// The place of a calendar's version by its number; nil where there is none that holds from that day on.
    private let versions: [Int?]
    /// By the place of the version, then by the code's agency.
    private let clocks: [[WorkingClock]]
    private let starts: [Day?]

    init(_ table: CountedTable, catalogue: Catalogue, calendars: CalendarVersions, until last: Day) {
        self.table = CountedRow.Table(table)
        starts = calendars.versions.map(\.general.validFrom)
        procedures = table.words.origins.values.map { origin in
            catalogue.procedures[origin.procedure]?.first { $0.validFrom == origin.version }
        }
        versions = ([nil] + table.words.calendars.values).map { [starts] day in starts.firstIndex(of: day) }
        let first = table.sections.compactMap { $0.rows.first.map { Day(number: Int($0.day)) } }.min() ?? last
        let days = min(first, last).advanced(by: -1)...last.advanced(by: 1)
        let agencies = table.sections.map(\.agency)
        clocks = calendars.versions.map { version in
            let general = WorkingClock(version.general, days: days)
            return agencies.map { agency in
                version.agencies[agency].map { WorkingClock($0, days: days) } ?? general
            }
        }
    }

    func forEach(_ body: (CountedRow) -> Void) { table.forEach(body) }

    func procedure(of row: CountedRow) -> Procedure? { procedures[row.origin] }

    /// By the version that it was counted by, before that by the one of its day of receipt; in the hours of the agency that
    /// received it.
    func clock(of row: CountedRow) -> WorkingClock {
        let place =
            versions[row.calendarNumber]
            ?? starts.lastIndex { start in start.map { $0 <= row.receivedAt.day } ?? true } ?? 0
        return clocks[place][row.codeAgency]
    }
}
