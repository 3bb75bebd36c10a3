package import Dossiers

/// Counted dossiers of a whole ledger in the order of their codes, 120 bytes each; what words they have stands once.
package struct CountedTable: Sendable {
    /// The dossiers whose codes one agency gave, in the order of their codes.
    struct Section: Sendable {
        let agency: AgencyCode
        var rows: [PackedDossier] = []
    }

    /// What a dossier had from its receipt on.
    struct Origin: Hashable, Sendable, Codable {
        let procedure: String
        let version: Day?
        let level: Int
        let coAgencies: [AgencyCode]
        let channel: String
    }

    /// The words that numbers in rows stand for.
    struct Words: Sendable, Codable {
        var origins = Interned<Origin>()
        var agencies = Interned<AgencyCode>()
        var calendars = Interned<Day>()
        var findings = Interned<[String]>()
    }

    var sections: [Section] = []
    var words = Words()
    /// Each dossier's stand together; those that were replaced stay until the table is written.
    var pieces: [Piece] = []

    package init() {}

    package var count: Int { sections.reduce(0) { $0 + $1.rows.count } }

    package func has(_ code: DossierCode) -> Bool { place(of: code) != nil }

    /// Nil where there is none.
    package func dossier(_ code: DossierCode) -> CountedDossier? {
        place(of: code).map { unpacked(sections[$0.section].rows[$0.row], code) }
    }

    /// Every dossier, in the order of the codes.
    package func forEach(_ body: (CountedDossier) throws -> Void) rethrows {
        for section in sections {
            for row in section.rows where !row.flags.isAbsent {
                let code = DossierCode(
                    agency: section.agency, day: Day(number: Int(row.day)), number: Int(row.number))
                try body(unpacked(row, code))
            }
        }
    }

    /// The same, each to be read in the table.
    package func forEachRow(_ body: (CountedRow) throws -> Void) rethrows {
        try CountedRow.Table(self).forEach(body)
    }

    /// The last entry that concerns a dossier; nil where there is none.
    func lastEntry(of code: DossierCode) -> Int? {
        place(of: code).map { Int(sections[$0.section].rows[$0.row].lastEntry) }
    }

    /// Takes a dossier in, in the place of what was there.
    ///
    /// - Parameters:
    ///   - lastAt: the latest time of an entry that concerns it.
    ///   - lastEntry: the number of the last of them.
    mutating func set(_ dossier: CountedDossier, lastAt: Moment, lastEntry: Int) {
        let section = section(of: dossier.code.agency)
        let index = row(of: dossier.code, in: section)
        var packed = packed(dossier)
        packed.lastAt = PackedMoment(lastAt)
        packed.lastEntry = UInt32(lastEntry)
        let new = pieces(of: dossier)
        let isThere =
            index < sections[section].rows.count && !PackedDossier.precedes(packed, sections[section].rows[index])
        if isThere {
            let old = sections[section].rows[index]
            keep(new, in: &packed, inPlaceOf: old)
            sections[section].rows[index] = packed
        } else {
            keep(new, in: &packed, inPlaceOf: nil)
            // Little by little, since twice the room of a large section is much.
            let rows = sections[section].rows.count
            if rows == sections[section].rows.capacity {
                sections[section].rows.reserveCapacity(rows + rows / 8 + 16)
            }
            sections[section].rows.insert(packed, at: index)
        }
    }

    /// Gives back the room that further dossiers would have had.
    mutating func compact() {
        for section in sections.indices {
            let rows = sections[section].rows
            guard rows.capacity > rows.count + rows.count / 16 else { continue }
            sections[section].rows = Array(rows[...])
        }
    }

    private mutating func keep(_ new: [Piece], in packed: inout PackedDossier, inPlaceOf old: PackedDossier?) {
        guard !new.isEmpty else { return }
        packed.pieces = UInt16(clamping: new.count)
        if let old, old.pieces == packed.pieces, pieces[old.places].elementsEqual(new) {
            packed.firstPiece = old.firstPiece
            return
        }
        packed.firstPiece = UInt32(pieces.count)
        pieces += new.prefix(Int(UInt16.max))
    }

    private mutating func packed(_ dossier: CountedDossier) -> PackedDossier {
        var row = PackedDossier()
        row.day = Int32(dossier.code.day.number)
        row.number = UInt32(dossier.code.number)
        row.origin = words.origins.number(
            of: Origin(
                procedure: dossier.procedure, version: dossier.version, level: dossier.level,
                coAgencies: dossier.coAgencies, channel: dossier.channel))
        row.agency = words.agencies.number(of: dossier.agency)
        row.calendar = dossier.calendar.map { words.calendars.number(of: $0) + 1 } ?? 0
        row.firstFindings = dossier.firstFindings.map { words.findings.number(of: $0) + 1 } ?? 0
        row.secondFindings = dossier.secondFindings.map { words.findings.number(of: $0) + 1 } ?? 0
        row.flags.provisional = dossier.provisional
        row.flags.extended = dossier.newDate != nil
        row.flags.isPaused = dossier.isPaused
        row.flags.isHandedOn = dossier.isHandedOn
        row.flags.isCentral = dossier.isCentral
        row.flags.isSuspect = dossier.isSuspect
        row.flags.ending = dossier.ending
        row.flags.signature = dossier.signature
        row.flags.state = dossier.state
        row.receivedAt = PackedMoment(dossier.receivedAt)
        row.countedFrom = PackedMoment(dossier.countedFrom)
        row.completedAt = PackedMoment(dossier.completedAt)
        row.handOverDue = PackedMoment(dossier.handOverDue)
        row.sameDayDue = PackedMoment(dossier.sameDayDue)
        row.due = PackedMoment(dossier.due)
        row.handedOverAt = PackedMoment(dossier.handedOverAt)
        row.finishedAt = PackedMoment(dossier.finishedAt)
        row.returnedAt = PackedMoment(dossier.returnedAt)
        return row
    }

    private func unpacked(_ row: PackedDossier, _ code: DossierCode) -> CountedDossier {
        let origin = words.origins[row.origin]
        var dossier = CountedDossier(
            code: code, procedure: origin.procedure, version: origin.version, level: origin.level,
            agency: words.agencies[row.agency], coAgencies: origin.coAgencies, channel: origin.channel,
            receivedAt: row.receivedAt.moment ?? Moment(day: code.day, minute: 0, offset: 0))
        dossier.countedFrom = row.countedFrom.moment
        dossier.state = row.flags.state
        dossier.completedAt = row.completedAt.moment
        dossier.handOverDue = row.handOverDue.moment
        dossier.sameDayDue = row.sameDayDue.moment
        dossier.calendar = calendar(of: row)
        dossier.due = row.due.moment
        dossier.provisional = row.flags.provisional
        dossier.handedOverAt = row.handedOverAt.moment
        dossier.finishedAt = row.finishedAt.moment
        dossier.ending = row.flags.ending
        dossier.returnedAt = row.returnedAt.moment
        dossier.newDate = newDate(of: row)
        dossier.formerHandOvers = handOvers(of: row)
        dossier.published = published(of: row)
        dossier.isPaused = row.flags.isPaused
        dossier.isCentral = row.flags.isCentral
        dossier.isSuspect = row.flags.isSuspect
        dossier.spells = spells(of: row)
        dossier.firstFindings = findings(row.firstFindings)
        dossier.secondFindings = findings(row.secondFindings)
        dossier.signature = row.flags.signature
        return dossier
    }

    func calendar(of row: PackedDossier) -> Day? { row.calendar == 0 ? nil : words.calendars[row.calendar - 1] }
    func findings(_ number: UInt32) -> [String]? { number == 0 ? nil : words.findings[number - 1] }

    private func place(of code: DossierCode) -> (section: Int, row: Int)? {
        guard let section = sections.firstIndex(where: { $0.agency == code.agency }) else { return nil }
        let row = row(of: code, in: section)
        guard row < sections[section].rows.count else { return nil }
        let found = sections[section].rows[row]
        guard Int(found.day) == code.day.number, Int(found.number) == code.number, !found.flags.isAbsent else {
            return nil
        }
        return (section, row)
    }

    private mutating func section(of agency: AgencyCode) -> Int {
        if let index = sections.firstIndex(where: { $0.agency == agency }) { return index }
        let index = sections.firstIndex { agency < $0.agency } ?? sections.count
        sections.insert(Section(agency: agency), at: index)
        return index
    }

    /// Where a code stands in its section, or would.
    private func row(of code: DossierCode, in section: Int) -> Int {
        var wanted = PackedDossier()
        wanted.day = Int32(code.day.number)
        wanted.number = UInt32(code.number)
        var (low, high) = (0, sections[section].rows.count)
        while low < high {
            let middle = (low + high) / 2
            if PackedDossier.precedes(sections[section].rows[middle], wanted) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}
