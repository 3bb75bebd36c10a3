import Pipeline

/// `hoso run`.
enum RunCommand: Command {
    static let name = "run"
    static let summary = "the daemon: watches, takes in, routes, notifies, keeps the schedule"
    static let usage = "run"

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        try finish(arguments)
        try Daemon(site: context.site, now: context.now) { Output.message($0) }.run()
        return .done
    }
}
