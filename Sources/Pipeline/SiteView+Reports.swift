import Dossiers
import Ledgers
package import Publications
import Settings

/// Reports on demand, for any period.
extension SiteView {
    /// Throws `ReportDiscrepancy` where figures do not add up, and `LedgerDamage`.
    package func report(_ request: ReportRequest) throws -> Report {
        let (first, last) = request.period(now: now)
        let compliance = Compliance(site: site, ledger: ledger)
        let before = compliance.end(of: first.advanced(by: -1))
        var pending: Set<DossierCode> = []
        let data = try compliance.read(asOf: [before, min(now, compliance.end(of: last))]) { snapshot in
            let data = compliance.data(snapshot, from: first, to: last)
            if snapshot.asOf == before { pending = data.pending }
            return data
        }[1]
        var report = try request.report(data, pendingBefore: pending)
        if let issued = try issued(request, first: first, last: last, compliance, data) {
            report.compare(withIssued: issued)
        }
        return report
    }

    /// The same report as the nightly run of its last day had it, where entries that came later have changed what it counted.
    private func issued(
        _ request: ReportRequest, first: Day, last: Day, _ compliance: Compliance, _ data: ReportData
    ) throws -> Report? {
        var number: Int?
        var isRestated = false
        try ledger.forEach { entry in
            if let number, entry.number > number, entry.at <= data.frame.asOf { isRestated = true }
            if case .nightlyDone(let day) = entry.event, day == last, entry.at.day > day { number = entry.number }
        }
        guard isRestated, let number else { return nil }
        let snapshot = try compliance.snapshot(asOf: data.frame.asOf, before: number)
        return try request.report(compliance.data(snapshot, from: first, to: last), pendingBefore: nil)
    }
}
