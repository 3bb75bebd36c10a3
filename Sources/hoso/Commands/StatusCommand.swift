import Bytes
import Files
import Glibc
import Pipeline

/// `hoso status`.
enum StatusCommand: Command {
    static let name = "status"
    static let summary = "the state of the site: queues, dossiers by age and agency, deadlines, last runs"
    static let touchesState = true
    static let usage = "status [--watch] [--every SECONDS] [--format text|tsv|json]"
    static let options = [
        ("--watch", "draws it again every 2 s, until interrupted"), ("--every SECONDS", "with --watch, another pace"),
        ("--format FORMAT", "text, tsv or json"),
    ]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let watch = arguments.flag("--watch")
        let every = try arguments.seconds("--every") ?? 2
        let format = try arguments.format()
        try finish(arguments)
        guard watch else {
            Output.result(text(try context.view().statusPage(), format))
            return .done
        }
        let watcher = try Watcher(signals: [SIGINT, SIGTERM])
        while true {
            let page = text(try context.view().statusPage(), format)
            // Home and clear, so that the page does not flicker; in a pipe one page follows the other.
            Output.result(Output.isTerminal && format == .text ? "\u{1B}[H\u{1B}[2J" + page : page)
            guard Output.lost == nil, try watcher.wait(milliseconds: every * 1000).signals.isEmpty else { return .done }
        }
    }

    static func text(_ page: StatusPage, _ format: OutputFormat) -> String {
        switch format {
        case .json:
            return JSONText.object(
                [("site", JSONText.string(page.heading))]
                    + page.parts.map { part in
                        (
                            part.title,
                            JSONText.array(
                                part.rows.map { row in
                                    JSONText.object(zip(part.columns, row).map { ($0, JSONText.string($1)) })
                                })
                        )
                    })
        case .tsv:
            return page.parts.flatMap { part in part.rows.map { ([part.title] + $0).joined(separator: "\t") } }
                .joined(separator: "\n")
        case .text:
            let parts = page.parts.map { part in
                var table = Table(columns: part.columns)
                for row in part.rows { table.add(row) }
                return Style.heading(part.title) + "\n" + table.text(.text)
            }
            return ([Style.heading(page.heading)] + parts).joined(separator: "\n\n")
        }
    }
}
