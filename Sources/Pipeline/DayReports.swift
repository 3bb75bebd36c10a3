import Dossiers
import Publications

/// The reports of one day, as files of its folder.
struct DayReports {
    /// Everything as of the day's end, from the first of its year on.
    let data: ReportData
    /// What was open when the year began; nil where that is not known.
    let pendingBefore: Set<DossierCode>?

    /// Throws `ReportDiscrepancy` where figures do not add up: then no report of the day is issued.
    func files() throws -> [(name: String, content: [UInt8])] {
        // The longest first, while nothing else is in memory.
        var files = Self.page(WorkList(data).report)
        let day = data.since(data.frame.to)
        let national = try NationalTable(data, pendingBefore: pendingBefore).report
        let sla = try SLATable(day, by: nil).report
        for report in [sla, national] { files += Self.page(report) }
        files += Self.page(LateList(data).report) + Self.page(UsageTable(data).report)
        files += Self.page(AgencyTable(data).report) + Self.page(FeedbackReport(data).report)
        files += [
            ("catalogue.html", CatalogueReport(data).report.html), ("II.06a.xlsx", try national.xlsx()),
            ("II.06a.xml", national.xml), ("II.06a.json", national.json), ("sla.xlsx", try sla.xlsx()),
        ]
        for draft in try drafts() {
            files += [("\(draft.name).html", draft.html), ("\(draft.name).xlsx", try draft.xlsx())]
        }
        return files
    }

    private static func page(_ report: Report) -> [(name: String, content: [UInt8])] {
        [("\(report.name).html", report.html), ("\(report.name).csv", report.csv)]
    }

    /// A fortnight before each of the two days of Điều 17, what has to be sent by then, filled in as far as figures go.
    private func drafts() throws -> [Report] {
        let (_, month, day) = data.frame.to.civil
        switch (month, day) {
        case (11, 15):
            return try YearlyTracker(data).statuses.map { try YearlyDraft(data, agency: $0.agency).report() }
        case (12, 15): return [try YearlyDraft(data, agency: nil).report()]
        default: return []
        }
    }
}
