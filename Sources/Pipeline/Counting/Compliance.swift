import Bytes
import Dossiers
import Files
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
    /// Nil where there is none, as before the first run.
    let folder: Folder?

    /// The end of a day, to the second.
    func end(of day: Day) -> Moment {
        Moment(day: day.advanced(by: 1), minute: 0, offset: site.offset).advanced(bySeconds: -1)
    }

    /// The ledger, to be counted as of some moments.
    func count(for moments: [Moment]) throws -> LedgerCount { try LedgerCount(ledger, in: folder, for: moments) }

    /// Makes something of the ledger as of each of the moments, which stand in their order, in one reading.
    func read<Made>(asOf moments: [Moment], _ make: (Snapshot) throws -> Made) throws -> [Made] {
        try count(for: moments).read(moments, make)
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
