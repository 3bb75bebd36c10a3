import Dossiers
import Foundation
import Pipeline

/// `hoso calendar preview FILE`.
enum CalendarCommand: Command {
    static let name = "calendar"
    static let summary = "`preview FILE` lists every open dossier whose due date another calendar would move"
    static let touchesState = true
    static let usage = "calendar preview FILE [--format text|tsv|json]"
    static let options = [("--format FORMAT", "text, tsv or json")]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let word = try arguments.required("«preview»")
        guard word == "preview" else { throw UsageError(message: "«preview» expected, not «\(word)»") }
        let file = try arguments.required("a calendar's file")
        let format = try arguments.format()
        try finish(arguments)
        guard let calendar = FileManager.default.contents(atPath: file) else {
            throw NoSuchInput(description: "\(file) cannot be read")
        }
        let view = try SiteView(site: context.site, now: context.now)
        let moves = try view.moves(by: Array(calendar), named: file)
        var table = Table(columns: ["code", "procedure", "due", "would be due", "provisional"])
        for move in moves {
            table.add([
                move.code.description, move.procedure, move.from.description, move.to.description,
                move.provisional ? "yes" : "no",
            ])
        }
        Output.result(table.text(format))
        return .done
    }
}
