import Pipeline

/// `hoso once`.
enum OnceCommand: Command {
    static let name = "once"
    static let summary = "takes in all that lies in the inbox, then ends: for cron"
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
            site: context.site, now: context.now, mode: .once, reading: .own, yesReally: yesReally
        ) { Output.message($0) }
        try office.once { outcomes in
            guard verbose else { return }
            for outcome in outcomes { Output.result(outcome.line) }
        }
        return .done
    }
}
