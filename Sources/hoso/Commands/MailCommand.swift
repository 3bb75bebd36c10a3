import Pipeline

/// `hoso mail`.
enum MailCommand: Command {
    static let name = "mail"
    static let summary = "hands the letters that wait in State/mail to the mail program"
    static let touchesState = true
    static let usage = "mail"
    static let notes = """
        hoso run and hoso once do so by themselves. Where the service may not call the mail program (hoso run --leave-mail), a
        unit of its own calls this. Ends with 1 where a letter was not taken: it waits for the next time.
        """

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        try finish(arguments)
        guard let round = try MailRound.send(site: context.site, say: context.tell) else { return .done }
        guard let failure = round.failure else { return .done }
        context.log(LogEvent(.mailWaits, "the mail program did not take a letter: \(open: failure)"))
        return .attention
    }
}
