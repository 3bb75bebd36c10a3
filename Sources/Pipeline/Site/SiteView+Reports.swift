import Dossiers
import Ledgers
package import Publications
import Settings

/// Reports on demand, for any period.
extension SiteView {
    /// Throws `ReportDiscrepancy` where figures do not add up, and `LedgerDamage`.
    package func report(_ request: ReportRequest) throws -> Report {
        let (first, last) = request.period(now: now)
        let compliance = Compliance(site: site, ledger: ledger, folder: ledgerFolder)
        let before = compliance.end(of: first.advanced(by: -1))
        let moments = [before, min(now, compliance.end(of: last))]
        let count = try compliance.count(for: moments)
        var pending = CodeList()
        let made = try count.read(moments) { snapshot -> (report: Report, number: Int)? in
            let data = compliance.data(snapshot, from: first, to: last)
            if snapshot.asOf == before { pending = data.pending }
            guard snapshot.asOf == moments[1] else { return nil }
            return (try request.report(data, pendingBefore: pending), snapshot.number)
        }
        guard let (found, number) = made[1] else { preconditionFailure("a period ends after the one before it") }
        var report = found
        // Entries that came after the nightly run, and tell of what was before it, have changed what it counted.
        if let issued = count.nights.last(where: { $0.day == last })?.number, issued < number {
            report.compare(
                withIssued: try count.at(moments[1], before: issued) { snapshot in
                    try request.report(compliance.data(snapshot, from: first, to: last), pendingBefore: nil)
                })
        }
        return report
    }
}
