import Dossiers
import Pipeline

/// `hoso nightly`.
enum NightlyCommand: Command {
    static let name = "nightly"
    static let summary = "the compliance run: every day not yet done up to yesterday, or the day named"
    static let touchesState = true
    static let usage = "nightly [--date DAY]"
    static let options = [("--date DAY", "one day, such as 2026-11-23")]
    static let notes = "Where another hoso holds the site, that one does it, and this waits until it is done."
    /// In seconds: what many missed nights of a large ledger take, and a little less than systemd gives the unit.
    private static let patience = 7_000

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let day = try arguments.day("--date")
        try finish(arguments)
        if let day {
            let today = try SiteFolders(opening: context.site).today(context.now)
            guard day <= today else {
                throw UsageError(message: "--date \(day) comes after today, \(today): the ledger has nothing of it")
            }
        }
        let order = Order(.nightly, day: day, reason: "asked for", by: context.caller)
        return try OrderGiver.give(order, context, patience: patience, saysDone: day != nil)
    }
}
