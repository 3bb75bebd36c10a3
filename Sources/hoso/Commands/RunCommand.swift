import Files
import Pipeline

/// `hoso run`.
enum RunCommand: Command {
    static let name = "run"
    static let summary = "the daemon: watches, takes in, routes, notifies, keeps the schedule"
    static let touchesState = true
    static let usage = "run [--yes-really] [--leave-mail]"
    static let options = [
        ("--yes-really", "goes on where <guard> stopped, or would stop, intake"),
        ("--leave-mail", "leaves letters in State/mail for hoso mail to send"),
    ]
    static let notes = """
        SIGTERM ends it once the batch in hand (at most 64 arrivals) is committed and published; SIGHUP reads the configuration
        again, and a bad one leaves the old in force; SIGUSR1 writes the state of every queue to the log.
        """

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let yesReally = arguments.flag("--yes-really")
        let leavesMail = arguments.flag("--leave-mail")
        try finish(arguments)
        let service = ServiceManager(environment: context.environment)
        do {
            try Daemon(
                site: context.site, now: context.now, reading: .own, yesReally: yesReally, leavesMail: leavesMail,
                service: service, say: context.log.callAsFunction
            ).run()
            return .done
        } catch {
            return Failure(error).enter(in: context.log)
        }
    }
}
