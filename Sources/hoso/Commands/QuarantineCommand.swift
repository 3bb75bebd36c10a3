import Dossiers
import Pipeline

/// `hoso quarantine list` and `hoso quarantine retry NAME`.
enum QuarantineCommand: Command {
    static let name = "quarantine"
    static let summary = "what could not be read, and why; `retry NAME` puts it back into its inbox folder"
    static let touchesState = true
    static let usage = "quarantine list [--format text|tsv|json] | quarantine retry NAME [--reason TEXT]"
    static let options = [("--format FORMAT", "text, tsv or json"), RetryCommand.reasonOption]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        if try arguments.word(of: "list", "retry") == "retry" { return try RetryCommand.run(&arguments, context) }
        let format = try arguments.format()
        try finish(arguments)
        var table = Table(columns: ["name", "code", "from", "reason"])
        for item in try QuarantineTray(site: context.site, say: context.tell).items() {
            table.add([item.name, item.code, item.channel, item.reason])
        }
        table.print(format)
        return .done
    }
}
