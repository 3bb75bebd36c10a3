package import Dossiers
package import Publications

/// Which report is asked for, and of which period.
package struct ReportRequest: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case sla
        case national = "II.06a"
        case late, usage, work, agencies, catalogue, feedback, yearly
    }

    package let kind: Kind
    package let from: Day?
    package let to: Day?
    /// Of `sla` alone.
    package let grouping: SLATable.Grouping?
    /// Of the yearly draft; nil for the province's.
    package let agency: AgencyCode?

    package init(
        _ kind: Kind, from: Day? = nil, to: Day? = nil, by grouping: SLATable.Grouping? = nil,
        agency: AgencyCode? = nil
    ) {
        self.kind = kind
        self.from = from
        self.to = to
        self.grouping = grouping
        self.agency = agency
    }

    /// From the first of the last day's year to today unless said.
    func period(now: Moment) -> (first: Day, last: Day) {
        let last = to ?? now.day
        return (min(from ?? Day(year: last.year, month: 1, day: 1) ?? last, last), last)
    }

    /// Throws `ReportDiscrepancy` where figures do not add up.
    func report(_ data: ReportData, pendingBefore: CodeList?) throws(ReportDiscrepancy) -> Report {
        switch kind {
        case .sla: try SLATable(data, by: grouping).report
        case .national: try NationalTable(data, pendingBefore: pendingBefore).report
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
