import Dossiers
import Pipeline

/// `hoso list`.
enum ListCommand: Command {
    static let name = "list"
    static let summary = "dossiers: code, submission, procedure, level, state, due, findings"
    static let touchesState = true
    static let usage = "list [--state STATE] [--overdue] [--format text|tsv|json]"
    static let options = [
        ("--state STATE", "only those in this state"), ("--overdue", "only those whose result is overdue"),
        ("--format FORMAT", "text, tsv or json"),
    ]

    static let notes =
        "Lines of tsv and json are printed as they are found: where hoso ends with another code than 0, some are missing."

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let state = try arguments.choice("--state", DossierState.allCases)
        let overdue = arguments.flag("--overdue")
        let format = try arguments.format()
        try finish(arguments)
        let view = try context.view()
        var rows = TableLines(
            columns: ["code", "submission", "procedure", "level", "state", "due", "findings"], format: format)
        do {
            try view.forEachRow(state: state, overdue: overdue) { row in
                rows.add(row.fields)
                guard Output.lost == nil else { throw Unread() }
            }
            rows.finish()
        } catch is Unread {
        } catch {
            rows.flush()
            throw error
        }
        return .done
    }

    /// Nobody takes the rows any more; who started hoso is told so in one place.
    private struct Unread: Error {}
}
