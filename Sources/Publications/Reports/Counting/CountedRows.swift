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
    /// By the place of the version: of agencies that keep hours of their own, and of the others.
    private let hours: [(own: [AgencyCode: WorkingClock], general: WorkingClock)]
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
        let hours = calendars.versions.map { version in
            (
                own: version.agencies.mapValues { WorkingClock($0, days: days) },
                general: WorkingClock(version.general, days: days)
            )
        }
        self.hours = hours
        clocks = hours.map { hours in agencies.map { hours.own[$0] ?? hours.general } }
    }

    func forEach(_ body: (CountedRow) -> Void) { table.forEach(body) }

    func procedure(of row: CountedRow) -> Procedure? { procedures[row.origin] }

    /// By the version that it was counted by, before that by the one of its day of receipt; in the hours of the agency that
    /// received it.
    func clock(of row: CountedRow) -> WorkingClock { clocks[place(of: row)][row.codeAgency] }

    /// By the same version in the hours of an agency that leads, or led.
    func clock(of row: CountedRow, for agency: AgencyCode) -> WorkingClock {
        let hours = hours[place(of: row)]
        return hours.own[agency] ?? hours.general
    }

    private func place(of row: CountedRow) -> Int {
        versions[row.calendarNumber]
            ?? starts.lastIndex { start in start.map { $0 <= row.receivedAt.day } ?? true } ?? 0
    }
}
