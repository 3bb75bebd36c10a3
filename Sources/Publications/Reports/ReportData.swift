package import Dossiers

/// All that reports are made from: dossiers as they stood at a moment, what became no dossier, and the rules.
package struct ReportData: Sendable {
    package let frame: ReportFrame
    /// In the order of their codes, those that the decree judges.
    package let dossiers: [CountedRow]
    /// The same, and with them those that the agency whose report it is led before.
    let everLed: [CountedRow]
    /// Whose report it is; nil for all.
    private let agency: AgencyCode?
    /// Those that it does not: a ministry's own procedures (Điều 2.2).
    package let central: [CountedRow]
    /// Those received before the decree was in force (20/4/2018).
    package let early: [CountedRow]
    /// Those marked as a suspected violation (Điều 4.5).
    package let suspect: [CountedRow]
    package let others: [Counting.Other: Int]
    package let feedbacks: [Counting.Said]
    package let yearlyReports: [Counting.Sent]
    /// What kept the house from its work, whoever's dossiers it concerned.
    package let troubles: [Trouble]
    /// The days whose reports were made before the next was over.
    package let nightsInTime: Set<Day>
    /// The first day of which the ledger knows anything; nil while it is empty.
    package let began: Day?
    private let rows: CountedRows
    package let catalogue: Catalogue
    /// With every agency's procedures, whosever report it is.
    let whole: Catalogue
    package let calendars: CalendarVersions

    /// The day from which the decree holds.
    package static let inForce = Day(year: 2018, month: 4, day: 20) ?? Day(number: 0)

    package init(
        frame: ReportFrame, counting: Counting, catalogue: Catalogue, calendars: CalendarVersions
    ) {
        self.frame = frame
        var counting = counting
        counting.settle()
        let rows = CountedRows(counting.table, catalogue: catalogue, calendars: calendars, until: frame.asOf.day)
        var judged: [CountedRow] = []
        judged.reserveCapacity(counting.table.count)
        var central: [CountedRow] = []
        var early: [CountedRow] = []
        var suspect: [CountedRow] = []
        var received: Day?
        rows.forEach { dossier in
            received = min(received ?? dossier.receivedAt.day, dossier.receivedAt.day)
            if dossier.receivedAt.day < Self.inForce {
                early.append(dossier)
            } else if dossier.isCentral || rows.procedure(of: dossier)?.central == true {
                central.append(dossier)
            } else if dossier.isSuspect {
                suspect.append(dossier)
            } else {
                judged.append(dossier)
            }
        }
        self.rows = rows
        self.dossiers = judged
        everLed = judged
        agency = nil
        self.central = central
        self.early = early
        self.suspect = suspect
        others = counting.others
        feedbacks = counting.feedbacks
        // Parts of a ledger that were counted apart come in any order.
        yearlyReports = counting.yearlyReports.sorted {
            ($0.at, $0.agency, $0.year, $0.roadmap.count) < ($1.at, $1.agency, $1.year, $1.roadmap.count)
        }
        troubles = Trouble.all(counting.turns)
        nightsInTime = Set(counting.nights.filter { $0.at.day <= $0.day.advanced(by: 1) }.map(\.day))
        began = [received, counting.firstDay, nightsInTime.min()].compactMap { $0 }.min()
        self.catalogue = catalogue
        whole = catalogue
        self.calendars = calendars
    }

    private init(_ other: ReportData, frame: ReportFrame, agency: AgencyCode? = nil) {
        self.frame = frame
        rows = other.rows
        func mine(_ dossiers: [CountedRow]) -> [CountedRow] {
            agency.map { agency in dossiers.filter { $0.agency == agency } } ?? dossiers
        }
        dossiers = mine(other.dossiers)
        everLed =
            agency.map { agency in other.everLed.filter { $0.agency == agency || $0.wasLed(by: agency) } }
            ?? other.everLed
        self.agency = agency ?? other.agency
        central = mine(other.central)
        early = mine(other.early)
        suspect = mine(other.suspect)
        others = other.others
        troubles = other.troubles
        nightsInTime = other.nightsInTime
        began = other.began
        feedbacks = agency.map { agency in other.feedbacks.filter { $0.agency == agency } } ?? other.feedbacks
        yearlyReports =
            agency.map { agency in other.yearlyReports.filter { $0.agency == agency } } ?? other.yearlyReports
        catalogue =
            agency.map { agency in
                Catalogue(
                    agencies: Array(other.catalogue.agencies.values),
                    procedures: other.catalogue.procedures.values.joined().filter { $0.agency == agency })
            } ?? other.catalogue
        whole = other.whole
        calendars = other.calendars
    }

    /// What concerns one agency as the lead.
    package func only(_ agency: AgencyCode) -> ReportData {
        ReportData(self, frame: frame, agency: agency)
    }

    /// Whether what an agency did stands in the report.
    func concerns(_ agency: AgencyCode) -> Bool { self.agency.map { $0 == agency } ?? true }

    /// The same ledger over a longer or shorter period that ends on the same day.
    package func since(_ day: Day) -> ReportData { ReportData(self, frame: frame.since(day)) }

    /// What is open as of the moment and was received, whether or not it is counted apart.
    package var pending: CodeList {
        CodeList(
            [dossiers, central, early, suspect].lazy.joined().filter { $0.isOpen && $0.countedFrom != nil }
                .map(\.code))
    }

    /// The calendar by which a dossier's clocks run.
    package func clock(of dossier: CountedRow) -> WorkingClock { rows.clock(of: dossier) }

    /// The calendar by which the hand-over of an agency that leads, or led, runs (Điều 14.4).
    func clock(of dossier: CountedRow, for agency: AgencyCode) -> WorkingClock { rows.clock(of: dossier, for: agency) }

    /// The version of its procedure that holds for a dossier; nil where the catalogue has it no longer.
    package func procedure(of dossier: CountedRow) -> Procedure? { rows.procedure(of: dossier) }

    /// The calendar of the period's last day, for what concerns no single dossier.
    package var calendar: WorkingCalendar { calendars.version(on: frame.to).general }

    package func agencyName(_ code: AgencyCode) -> String { catalogue.agencies[code]?.name ?? code.description }

    package func procedureName(_ dossier: CountedRow) -> String {
        procedure(of: dossier)?.name ?? dossier.procedure
    }

    /// Arrivals of the period that became no dossier, by their reason or procedure.
    func arrivals(_ kind: Counting.Other.Kind) -> [String: ReportCell] {
        let found = others.filter { other, _ in other.kind == kind && (frame.from...frame.to).contains(other.day) }
        return Dictionary(grouping: found, by: \.key.detail).mapValues { found in
            .arrivals(
                found.reduce(0) { $0 + $1.value },
                ids: found.sorted { $0.key < $1.key }.flatMap { Array(repeating: $0.key.id, count: $0.value) }
                    .compactMap { $0 })
        }
    }
}
