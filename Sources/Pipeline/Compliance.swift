import Bytes
import Dossiers
import Ledgers
import Publications
import Settings

/// Counts from the ledger alone, so that a report for any past day can be made again, to the byte.
struct Compliance {
    /// What the ledger says as of a moment: the entries up to then, whatever was entered later.
    struct Snapshot {
        let asOf: Moment
        let counting: Counting
        /// The last entry that was counted, and its digest.
        let number: Int
        let head: String
    }

    let site: Site
    let ledger: LedgerReading

    /// The end of a day, to the second.
    func end(of day: Day) -> Moment {
        Moment(day: day.advanced(by: 1), minute: 0, offset: site.offset).advanced(bySeconds: -1)
    }

    /// Makes something of the ledger as of each of the moments, which stand in their order, in one reading.
    ///
    /// Where a clock was set back over one of them, what was made of it is made anew by a reading of its own.
    func read<Made>(asOf moments: [Moment], _ make: (Snapshot) throws -> Made) throws -> [Made] {
        var made: [Made] = []
        var counting = Counting()
        var head = "-"
        var redo: Set<Int> = []
        try ledger.forEachLine { entry, digest in
            while made.count < moments.count, moments[made.count] < entry.at {
                made.append(try make(snapshot(moments[made.count], counting, head)))
            }
            for index in made.indices.reversed() {
                guard entry.at <= moments[index] else { break }
                redo.insert(index)
            }
            counting.apply(entry)
            head = digest.description
        }
        while made.count < moments.count { made.append(try make(snapshot(moments[made.count], counting, head))) }
        for index in redo.sorted() { made[index] = try make(snapshot(asOf: moments[index])) }
        return made
    }

    /// Every entry up to a moment, in the ledger's order; with `number`, only those before that one.
    func snapshot(asOf moment: Moment, before number: Int = .max) throws -> Snapshot {
        var counting = Counting()
        var head = "-"
        try ledger.forEachLine { entry, digest in
            guard entry.at <= moment, entry.number < number else { return }
            counting.apply(entry)
            head = digest.description
        }
        return snapshot(moment, counting, head)
    }

    private func snapshot(_ moment: Moment, _ counting: Counting, _ head: String) -> Snapshot {
        Snapshot(asOf: moment, counting: counting, number: counting.number, head: head)
    }

    /// A snapshot as reports of a period take it.
    func data(_ snapshot: Snapshot, from: Day, to: Day) -> ReportData {
        ReportData(
            frame: ReportFrame(
                siteName: site.name, siteCode: site.code, from: from, to: to, asOf: snapshot.asOf,
                ledgerNumber: snapshot.number, ledgerHead: snapshot.head,
                calendarVersion: RulesVersion.of(site.calendars), rulesVersion: RulesVersion.of(site.catalogue)),
            counting: snapshot.counting, catalogue: site.catalogue, calendars: site.calendars)
    }
}
