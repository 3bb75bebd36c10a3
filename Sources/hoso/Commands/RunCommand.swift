import Pipeline

/// `hoso run`.
enum RunCommand: Command {
    static let name = "run"
    static let summary = "the daemon: watches, takes in, routes, notifies, keeps the schedule"
    static let usage = "run [--yes-really]"
    static let options = [("--yes-really", "goes on where <guard> stopped, or would stop, intake")]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let yesReally = arguments.flag("--yes-really")
        try finish(arguments)
        try Daemon(site: context.site, now: context.now, reading: .own, yesReally: yesReally) { Output.message($0) }
            .run()
        return .done
    }
}
