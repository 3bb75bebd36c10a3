import Dossiers
import Pipeline

/// `hoso outbox check --agency CODE`.
enum OutboxCommand: Command {
    static let name = "outbox"
    static let summary = "`check` tests an agency's reader with a dossier that nobody submitted"
    static let touchesState = true
    static let usage = "outbox check --agency AGENCY [--hidden SECONDS] [--wait SECONDS]"
    static let options = [
        ("--agency AGENCY", "the agency's code"),
        ("--hidden SECONDS", "how long a file stands there under a hidden name; 5 unless said"),
        ("--wait SECONDS", "how long the reader is given to take it, and again to acknowledge it; 60 unless said"),
    ]
    static let notes = """
        The reader must leave alone what is hidden, take what is whole by moving or deleting it, and drop an acknowledgement. The
        dossier's code carries a day of the year 2000, on which no real one was received. Ends with 1 where a step fails.
        """

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let hidden = try arguments.seconds("--hidden") ?? 5
        let patience = try arguments.seconds("--wait") ?? 60
        guard let agency = try arguments.agency("--agency") else {
            throw UsageError(message: "--agency AGENCY is expected")
        }
        try arguments.word(of: "check")
        try finish(arguments)
        guard let probe = try OutboxProbe(site: context.site, agency: agency, now: context.now) else {
            throw NoSuchInput(description: "no agency of this site has the code \(agency)")
        }
        var isGood = true
        try probe.run(hiddenFor: hidden, patience: patience) { diagnosis in
            Output.result(DoctorCommand.line(diagnosis))
            isGood = isGood && diagnosis.grade == .ok
        }
        return isGood ? .done : .attention
    }
}
