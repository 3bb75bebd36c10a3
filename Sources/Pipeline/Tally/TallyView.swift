import Bytes
package import Dossiers
import Ledgers
package import Publications
package import Settings

/// Counting in parts: a part of a ledger into a tally, tallies into a report.
///
/// A site's configuration gives the catalogue, the calendars and the offset; its own ledger and its accounts are not read.
package struct TallyView {
    package let site: Site
    private let now: Moment

    /// Throws `NoSite`, `ConfigurationMistakes`, or what the disk refused.
    ///
    /// - Parameter say: told the mistakes of a configuration in whose place the one that was last in force is taken.
    package init(site path: String, now: Moment?, say: (LogEvent) -> Void = { _ in }) throws {
        site = try SiteFolders(opening: path).countable(say: say)
        self.now = LawClock(fixed: now, offset: site.offset).now
    }

    package var today: Day { now.day }

    /// The moment as of which a period that ends on `day` is counted.
    package func end(of day: Day?) -> Moment {
        guard let day else { return now }
        return min(now, Moment(day: day.advanced(by: 1), minute: 0, offset: site.offset).advanced(bySeconds: -1))
    }

    /// A report of a joined tally, in the same bytes as one made from the whole ledger.
    ///
    /// Throws `Tally.OtherDay` where it ends with another day than the report, and `ReportDiscrepancy` where figures do not add up.
    package func report(_ tally: Tally, _ request: ReportRequest) throws -> Report {
        let (first, last) = request.period(now: now)
        try tally.expect(end(of: last).day)
        let (number, head) = position(tally)
        return try request.report(
            ReportData(
                frame: ReportFrame(
                    siteName: site.name, siteCode: site.code, from: first, to: last, asOf: end(of: last),
                    ledgerNumber: number, ledgerHead: head, calendarVersion: RulesVersion.of(site.calendars),
                    rulesVersion: RulesVersion.of(site.catalogue)),
                counting: tally.counting, catalogue: site.catalogue, calendars: site.calendars),
            pendingBefore: nil)
    }

    /// Of one ledger its own; of several the sum of their lines, and a digest over their names, numbers and heads.
    private func position(_ tally: Tally) -> (Int, String) {
        let positions = tally.positions.sorted { $0.key < $1.key }
        guard positions.count != 1 else { return (positions[0].value.number, positions[0].value.head) }
        guard !positions.isEmpty else { return (0, "-") }
        let text = positions.map { "\($0.key) \($0.value.number) \($0.value.head)\n" }.joined()
        return (positions.reduce(0) { $0 + $1.value.number }, SHA256.digest(of: Array(text.utf8)).description)
    }
}
