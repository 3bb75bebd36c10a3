import Pipeline

/// `hoso once`.
enum OnceCommand: Command {
    static let name = "once"
    static let summary = "takes in all that lies in the inbox, then ends: for cron"
    static let touchesState = true
    static let usage = "once [--verbose] [--yes-really]"
    static let options = [
        ("--verbose", "prints what became of each arrival"),
        ("--yes-really", "goes on where <guard> stopped, or would stop, the run"),
    ]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let verbose = arguments.flag("--verbose", "-v")
        let yesReally = arguments.flag("--yes-really")
        try finish(arguments)
        let office = try Office(
            site: context.site, now: context.now, mode: .once, reading: .own, yesReally: yesReally,
            remembering: context.memory, say: context.log.callAsFunction)
        _ = try office.takeOrders()
        let progress = Progress("taking in")
        var done = 0
        try office.once { outcomes in
            if verbose { for outcome in outcomes { Output.result(outcome.line) } }
            done += outcomes.count
            progress.reach(done, of: done + office.left)
        }
        try office.publishMetrics(finished: "once")
        return .done
    }
}
