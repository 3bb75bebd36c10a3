import Dossiers
import Pipeline

/// `hoso nightly`.
enum NightlyCommand: Command {
    static let name = "nightly"
    static let summary = "the compliance run: every day not yet done up to yesterday, or the day named"
    static let touchesState = true
    static let usage = "nightly [--date DAY]"
    static let options = [("--date DAY", "one day, such as 2026-11-23")]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let day = try arguments.day("--date")
        try finish(arguments)
        let office = try Office(
            site: context.site, now: context.now, mode: .once, reading: .own,
            remembering: context.memory, say: context.log.callAsFunction)
        if let day, day > office.today {
            throw UsageError(message: "--date \(day) comes after today, \(office.today): the ledger has nothing of it")
        }
        try office.nightly(day)
        try office.publishMetrics(finished: "nightly")
        return .done
    }
}
