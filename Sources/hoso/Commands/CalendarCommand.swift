import Dossiers
import Foundation
import Pipeline

/// `hoso calendar preview`, `hoso calendar apply`.
enum CalendarCommand: Command {
    static let name = "calendar"
    static let summary = "lists what another calendar would move of open dossiers: appointments, hand-overs; moves it"
    static let usage = "calendar preview [FILE] [--format text|tsv|json] | calendar apply --reason TEXT"
    static let options = [("--format FORMAT", "text, tsv or json"), OrderGiver.reasonOption]
    static let notes =
        "Without FILE the calendar in force is compared with the dates that citizens were told. A changed calendar counts what "
        + "begins or goes on after it; dates that were told move only by «calendar apply», with a letter where the day is another."

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        if try arguments.word(of: "preview", "apply") == "apply" {
            let reason = try OrderGiver.reason(&arguments)
            try finish(arguments)
            // Not for a preview, whose file may lie where its caller alone may look.
            try context.actAsOwner()
            return try OrderGiver.give(Order(.recount, reason: reason, by: context.caller), context)
        }
        let format = try arguments.format()
        let file = arguments.word()
        try finish(arguments)
        var table = Table(columns: ["code", "procedure", "what", "told", "would be"])
        for move in try moves(file, context) {
            for change in move.changes {
                table.add([move.code.description, move.procedure, change.name, change.told, change.counted])
            }
        }
        table.print(format)
        return .done
    }

    private static func moves(_ file: String?, _ context: Context) throws -> [SiteView.Move] {
        // What is asked is what `config/` would do, and not what was in force before it.
        _ = try SiteFolders(opening: context.site).checkedSite()
        let view = try context.view()
        guard let file else { return try view.moves() }
        guard let calendar = FileManager.default.contents(atPath: file) else {
            throw NoSuchInput.unreadable(file)
        }
        return try view.moves(by: Array(calendar), named: file)
    }
}
