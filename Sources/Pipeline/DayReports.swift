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
        let day = data.since(data.frame.to)
        let national = try NationalTable(data, pendingBefore: pendingBefore).report
        let sla = try SLATable(day, by: nil).report
        let late = LateList(data).report
        let usage = UsageTable(data).report
        let work = WorkList(data).report
        return [
            ("sla.html", sla.html), ("sla.csv", sla.csv), ("II.06a.html", national.html), ("II.06a.csv", national.csv),
            ("late.html", late.html), ("late.csv", late.csv), ("usage.html", usage.html), ("usage.csv", usage.csv),
            ("work.html", work.html), ("work.csv", work.csv),
        ]
    }
}
