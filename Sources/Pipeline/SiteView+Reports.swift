package import Dossiers
import Ledgers
package import Publications
import Settings

/// Reports on demand, for any period.
extension SiteView {
    /// What can be asked for.
    package enum ReportKind: String, Sendable, CaseIterable {
        case sla
        case national = "II.06a"
        case late, usage, work, agencies, catalogue, feedback, yearly
    }

    /// From the first of the last day's year to today unless said.
    ///
    /// Throws `ReportDiscrepancy` where figures do not add up, and `LedgerDamage`.
    /// - Parameter agency: of the yearly draft; nil for the province's.
    package func report(
        _ kind: ReportKind, from: Day?, to: Day?, by grouping: SLATable.Grouping?, agency: AgencyCode? = nil
    ) throws -> Report {
        let last = to ?? now.day
        let first = min(from ?? Day(year: last.year, month: 1, day: 1) ?? last, last)
        let compliance = Compliance(site: site, ledger: ledger)
        let before = compliance.end(of: first.advanced(by: -1))
        var pending: Set<DossierCode> = []
        let data = try compliance.read(asOf: [before, min(now, compliance.end(of: last))]) { snapshot in
            let data = compliance.data(snapshot, from: first, to: last)
            if snapshot.asOf == before { pending = data.pending }
            return data
        }[1]
        return switch kind {
        case .sla: try SLATable(data, by: grouping).report
        case .national: try NationalTable(data, pendingBefore: pending).report
        case .late: LateList(data).report
        case .usage: UsageTable(data).report
        case .work: WorkList(data).report
        case .agencies: AgencyTable(data).report
        case .catalogue: CatalogueReport(data).report
        case .feedback: FeedbackReport(data).report
        case .yearly: try YearlyDraft(data, agency: agency).report()
        }
    }
}
