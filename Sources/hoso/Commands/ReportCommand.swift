import Dossiers
import Foundation
import Pipeline
import Publications

/// `hoso report`.
enum ReportCommand: Command {
    static let name = "report"
    static let summary = "a report on demand"
    static let usage =
        "report [--from DAY] [--to DAY] [--by agency|procedure|level] [--format text|tsv|json] [--html FILE]"
    static let options = [
        ("--from DAY", "the first day; the first of this year unless said"),
        ("--to DAY", "the last day; today unless said"),
        ("--by KIND", "a row for each agency, procedure or level; each combination unless said"),
        ("--format FORMAT", "text, tsv or json"), ("--html FILE", "writes the page instead"),
    ]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let from = try arguments.day("--from")
        let to = try arguments.day("--to")
        let by = try arguments.choice("--by", SLAReport.Grouping.allCases)
        let format = try arguments.format()
        let html = try arguments.value("--html")
        try finish(arguments)
        let view = try SiteView(site: context.site, now: context.now)
        let report = try view.report(from: from, to: to, by: by)
        if let html {
            try Data(view.page(report)).write(to: URL(fileURLWithPath: html), options: .atomic)
            Output.result("The report lies in \(html).")
            return .done
        }
        var table = Table(columns: SLAReport.columns)
        for row in report.fields { table.add(row) }
        Output.result(table.text(format))
        return .done
    }
}
