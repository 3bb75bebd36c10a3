/// The texts of `--help`.
enum Help {
    /// What every command takes.
    static let globalOptions = ["--site", "--now", "--log-format", "--help", "--version"]

    static let commands: [any Command.Type] = [
        InitCommand.self,
        RunCommand.self,
        OnceCommand.self,
        NightlyCommand.self,
        ReportCommand.self,
        TallyCommand.self,
        ExportCommand.self,
        PublishCommand.self,
        CheckCommand.self,
        ListCommand.self,
        ShowCommand.self,
        ExplainCommand.self,
        FormCommand.self,
        CalendarCommand.self,
        IncidentCommand.self,
        QuarantineCommand.self,
        UnmatchedCommand.self,
        HoldCommand.self,
        ReleaseCommand.self,
        RerouteCommand.self,
        ResendCommand.self,
        RetryCommand.self,
        WithdrawCommand.self,
        RefuseCommand.self,
        MarkCommand.self,
        RefundCommand.self,
        LedgerCommand.self,
        StatusCommand.self,
        DoctorCommand.self,
        MailCommand.self,
        ConfigCommand.self,
        OutboxCommand.self,
        NewCommand.self,
        SchemaCommand.self,
        StandardsCommand.self,
        DemoCommand.self,
        SelftestCommand.self,
        RehearseCommand.self,
    ]

    static var overview: String {
        let width = commands.map { $0.name.count }.max() ?? 0
        let lines = commands.map { command in
            "  \(command.name)\(String(repeating: " ", count: width - command.name.count))  \(command.summary)"
        }
        return """
            hoso takes in what citizens and the post send to a one-stop office, and hands complete dossiers to the agencies.

            usage: hoso [--site DIR] [--now TIME] COMMAND …

            \(lines.joined(separator: "\n"))

              --site DIR   the site's folder (or HOSO_SITE); unless said the current one, else /etc/hoso
              --now TIME   fixes the clock of law and ledger (or HOSO_NOW), such as 2026-11-23T08:15:00+07:00
              --log-format FORMAT
                           plain, journal (as systemd wants it; found out by itself) or json
              --version    prints the version
              --help       with a command, says more of it

            exit codes: 0 done; 1 done, and something wants attention; 64 usage; 65 bad data; 66 no such input;
            74 I/O error; 75 another hoso holds this site; 78 configuration error
            """
    }

    static func text(of command: any Command.Type) -> String {
        let width = command.options.map { $0.0.count }.max() ?? 0
        let options = command.options.map { name, meaning in
            "  \(name)\(String(repeating: " ", count: width - name.count))  \(meaning)"
        }
        return
            (["usage: hoso [--site DIR] [--now TIME] \(command.usage)", "", command.summary]
            + (options.isEmpty ? [] : [""] + options) + (command.notes.isEmpty ? [] : ["", command.notes])).joined(
                separator: "\n")
    }
}
