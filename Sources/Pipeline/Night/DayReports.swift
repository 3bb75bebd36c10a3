import Dossiers
import Publications

/// The reports of one day, as files of its folder.
struct DayReports {
    /// Everything as of the day's end, from the first of its year on.
    let data: ReportData
    /// What was open when the year began; nil where that is not known.
    let pendingBefore: CodeList?

    /// Makes each file and hands it over, while nothing else of the day is in memory.
    ///
    /// Throws `ReportDiscrepancy` where figures do not add up: then no report of the day may be issued.
    func forEach(_ body: (_ name: String, _ write: Write) throws -> Void) throws {
        func page(_ report: Report) throws {
            try body("\(report.name).html") { try report.writeHTML($0) }
            try body("\(report.name).csv") { try report.writeCSV($0) }
        }
        func file(_ name: String, _ bytes: [UInt8]) throws { try body(name) { put in try put(bytes) } }
        try page(WorkList(data).report)
        let today = data.since(data.frame.to)
        let sla = try SLATable(today, by: nil).report
        try page(sla)
        try file("sla.xlsx", sla.xlsx())
        try national(page, file)
        try page(LateList(today).report)
        try page(UsageTable(data).report)
        try page(AgencyTable(data).report)
        try page(FeedbackReport(data).report)
        try file("catalogue.html", CatalogueReport(data).report.html)
        for draft in try drafts() {
            try file("\(draft.name).html", draft.html)
            try file("\(draft.name).xlsx", draft.xlsx())
        }
    }

    /// By itself, so that the codes behind its figures go before the next report is made.
    private func national(
        _ page: (Report) throws -> Void, _ file: (_ name: String, _ bytes: [UInt8]) throws -> Void
    ) throws {
        let report = try NationalTable(data, pendingBefore: pendingBefore).report
        try page(report)
        try file("II.06a.xlsx", report.xlsx())
        try file("II.06a.xml", report.xml)
        try file("II.06a.json", report.json)
    }

    /// Hands a file's bytes over, piece by piece.
    typealias Write = (_ put: ([UInt8]) throws -> Void) throws -> Void

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
