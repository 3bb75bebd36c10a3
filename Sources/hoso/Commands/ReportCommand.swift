import Dossiers
import Pipeline
import Publications

/// `hoso report`.
enum ReportCommand: Command {
    /// What a report can be written as.
    enum Format: String, CaseIterable { case text, tsv, json, csv, html, xlsx, xml }

    static let name = "report"
    static let summary = "a report on demand, for any period, from the ledger alone"
    static let usage =
        "report [--kind KIND] [--from DAY] [--to DAY] [--by agency|procedure|level] [--agency CODE] [--format text|tsv|json|csv|html|xlsx|xml] [--html FILE] [--from-tallies [FILE…]]"
    static let options = [
        ("--kind KIND", ReportRequest.Kind.allCases.map(\.rawValue).joined(separator: ", ") + "; sla unless said"),
        ("--from DAY", "the first day; the first of that year unless said"),
        ("--to DAY", "the last day; today unless said"),
        ("--by KIND", "sla only: a row for each agency, procedure or level; each combination unless said"),
        ("--agency CODE", "yearly only: the draft of one agency; the province's unless said"),
        (
            "--from-tallies",
            "from the tallies in the files that follow, or on standard input, instead of the site's ledger"
        ),
        ("--format FORMAT", "text, tsv and csv of its first table; json, xml, xlsx and html of the whole"),
        ("--html FILE", "writes the page to a file instead"),
    ]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let kind = try arguments.choice("--kind", ReportRequest.Kind.allCases) ?? .sla
        let (from, to) = try arguments.period()
        let by = try arguments.choice("--by", SLATable.Grouping.allCases)
        let named = try arguments.choice("--format", Format.allCases)
        let html = try arguments.value("--html")
        let agency = try arguments.agency("--agency")
        let isFromTallies = arguments.flag("--from-tallies")
        let files = isFromTallies ? arguments.rest() : []
        try finish(arguments)
        // Left unheeded they would let the whole be taken for the part that was asked for.
        if by != nil, kind != .sla { throw UsageError(message: "--by is of --kind sla alone, not \(kind.rawValue)") }
        if agency != nil, kind != .yearly {
            throw UsageError(message: "--agency is of --kind yearly alone, not \(kind.rawValue)")
        }
        if html != nil, let named, named != .html {
            throw UsageError(message: "--html FILE is the page: --format \(named.rawValue) is not written beside it")
        }
        let request = ReportRequest(kind, from: from, to: to, by: by, agency: agency)
        let report: Report
        if isFromTallies {
            let view = try TallyView(site: context.site, now: context.now, say: context.tell)
            try Arguments.expect(from, before: to ?? view.today)
            report = try view.report(TallyInput.joined(files), request)
        } else {
            let view = try context.view()
            try Arguments.expect(from, before: to ?? view.today)
            report = try view.report(request)
        }
        if let html {
            try Output.file(report.html, at: html)
            Output.result("The report lies in \(html).")
            return .done
        }
        let format = named ?? .text
        switch format {
        case .text, .tsv: Output.result(text(report, format == .tsv ? .tsv : .text))
        case .json: Output.bytes(report.json)
        case .csv: Output.bytes(report.csv)
        case .html: Output.bytes(report.html)
        case .xml: Output.bytes(report.xml)
        case .xlsx: Output.bytes(try report.xlsx())
        }
        return .done
    }

    private static func text(_ report: Report, _ format: OutputFormat) -> String {
        guard let first = report.tables.first else { return "" }
        var table = Table(columns: first.columns.map(\.key))
        for row in first.fields { table.add(row) }
        return table.text(format)
    }
}
