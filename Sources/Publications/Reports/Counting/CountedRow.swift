package import Dossiers
package import Signatures

/// A counted dossier where it stands in its table: what a report asks of it is read there.
package struct CountedRow: Sendable {
    /// A table that stays as it is.
    final class Table: Sendable {
        let table: CountedTable
        init(_ table: CountedTable) { self.table = table }

        func forEach(_ body: (CountedRow) throws -> Void) rethrows {
            for (section, members) in table.sections.enumerated() {
                for row in members.rows.indices where !members.rows[row].flags.isAbsent {
                    try body(CountedRow(self, section: section, row: row))
                }
            }
        }
    }

    private let table: Table
    private let section: UInt32
    private let row: UInt32

    init(_ table: Table, section: Int, row: Int) {
        self.table = table
        self.section = UInt32(section)
        self.row = UInt32(row)
    }

    private var packed: PackedDossier { table.table.sections[Int(section)].rows[Int(row)] }
    private var from: CountedTable.Origin { table.table.words.origins.values[origin] }

    /// The number of what it had from its receipt on.
    var origin: Int { Int(packed.origin) }
    /// The number of its code's agency.
    var codeAgency: Int { Int(section) }
    /// The number of its calendar's version; 0 for none.
    var calendarNumber: Int { Int(packed.calendar) }

    package var code: DossierCode {
        let packed = packed
        return DossierCode(
            agency: table.table.sections[Int(section)].agency, day: Day(number: Int(packed.day)),
            number: Int(packed.number))
    }
    package var procedure: String { from.procedure }
    package var version: Day? { from.version }
    package var level: Int { from.level }
    package var coAgencies: [AgencyCode] { from.coAgencies }
    package var channel: String { from.channel }
    package var agency: AgencyCode { table.table.words.agencies[packed.agency] }
    package var state: DossierState { packed.flags.state }
    package var receivedAt: Moment {
        packed.receivedAt.moment ?? Moment(day: Day(number: Int(packed.day)), minute: 0, offset: 0)
    }
    package var countedFrom: Moment? { packed.countedFrom.moment }
    package var completedAt: Moment? { packed.completedAt.moment }
    package var handOverDue: Moment? { packed.handOverDue.moment }
    package var sameDayDue: Moment? { packed.sameDayDue.moment }
    package var due: Moment? { packed.due.moment }
    package var newDate: CountedDossier.NewDate? {
        packed.flags.extended ? table.table.newDate(of: packed) : nil
    }
    package var handedOverAt: Moment? { packed.handedOverAt.moment }
    package var finishedAt: Moment? { packed.finishedAt.moment }
    package var returnedAt: Moment? { packed.returnedAt.moment }
    package var ending: CountedDossier.Ending? { packed.flags.ending }
    package var isPaused: Bool { packed.flags.isPaused }
    package var isCentral: Bool { packed.flags.isCentral }
    package var isSuspect: Bool { packed.flags.isSuspect }
    package var spells: [CountedDossier.Spell] { table.table.spells(of: packed) }
    package var firstFindings: [String]? { table.table.findings(packed.firstFindings) }
    package var secondFindings: [String]? { table.table.findings(packed.secondFindings) }
    package var signature: SignatureWorth { packed.flags.signature }

    /// When the published time is over, as pauses have moved it; an extension does not (Điều 8.1c).
    package var published: Moment? { table.table.published(of: packed) ?? due }

    /// When its citizen has been told to come: an extension's date, though it was late before that was given.
    package var appointment: Moment? { newDate?.date ?? due }

    /// By what national systems call it late, which compare days.
    package var dueDay: Day? {
        due.map { Dossier.dueDay($0, extendedTo: newDate?.date, at: newDate?.at) }
    }

    package var isOpen: Bool { packed.finishedAt == PackedMoment() }
    /// Whether it was refused before it was taken in (state 3): what is complete its agency alone refuses.
    package var wasNotTakenIn: Bool { ending == .refused && completedAt == nil && !isCentral }
    package var cameOnline: Bool { channel == "online" }

    /// From when the hand-over is counted: since it was complete, or since the agency that leads got it from another.
    package var handOverFrom: Moment? { formerHandOvers.last?.givenAt ?? completedAt }

    /// Whether another agency led before, or had it without being a co-agency.
    package var isHandedOn: Bool { packed.flags.isHandedOn }

    /// Those of agencies that led before, in their order.
    package var formerHandOvers: [CountedDossier.HandOver] { table.table.handOvers(of: packed) ?? [] }

    /// The agencies that led before and were late with the hand-over, each once.
    package var formerlyLate: Set<AgencyCode> { Set(formerHandOvers.filter(\.isLate).map(\.agency)) }

    /// The agencies that were late with the hand-over, those that led before too, each with when its time was over first.
    package func lateHandOvers(asOf: Moment) -> [AgencyCode: Moment] {
        var late = formerHandOvers.filter(\.isLate).map { ($0.agency, $0.due) }
        if let due = handOverDue, due < handOverEnd(asOf: asOf) { late.append((agency, due)) }
        return Dictionary(late, uniquingKeysWith: min)
    }

    /// Whether an agency that had it led it once, and does so no more.
    package func wasLed(by agency: AgencyCode) -> Bool {
        isHandedOn && agency != self.agency
            && (!coAgencies.contains(agency) || formerHandOvers.contains { $0.agency == agency })
    }

    /// The agency that its lateness is counted for: the one that led when it became late, which answers for the whole
    /// (Điều 8.1b), though another got it since; while it is not late, the one that leads.
    package func answerable(asOf: Moment) -> AgencyCode {
        guard isHandedOn, let due, due < clockEnd(asOf: asOf) else { return agency }
        return formerHandOvers.first { due < $0.givenAt }?.agency ?? agency
    }

    /// The agency that gave it a new date; the one that leads where there is none.
    package var extendedBy: AgencyCode {
        guard isHandedOn, let newDate else { return agency }
        return formerHandOvers.first { newDate.at < $0.givenAt }?.agency ?? agency
    }

    /// Up to when the time for the hand-over has run: until that was done or the clock came to stand, or the moment itself.
    package func handOverEnd(asOf: Moment) -> Moment {
        let end = clockEnd(asOf: asOf)
        return min(handedOverAt ?? end, end)
    }

    /// Up to when the agency's clock has run: its end, the begin of the pause that it is in or came to its end in, or the moment
    /// itself.
    package func clockEnd(asOf: Moment) -> Moment {
        let end = finishedAt ?? asOf
        // A result that comes in a pause ends that first, and moves the due time.
        guard isOpen ? isPaused : ending != .resolved,
            let pause = spells.last(where: { $0.to == finishedAt && $0.cause != .coAgency })
        else { return end }
        return pause.from
    }
}
