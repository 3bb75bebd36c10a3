import Dossiers

/// `hoso retry NAME`.
enum RetryCommand: Command {
    static let name = "retry"
    static let summary = "puts what lies in quarantine back into its inbox folder, to be read anew"
    static let touchesState = true
    static let usage = "retry NAME [--reason TEXT]"
    static let options = [OrderGiver.reasonOption]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let reason = try arguments.value("--reason") ?? "asked for"
        let item = try arguments.required("the name of what lies in quarantine")
        try finish(arguments)
        return try OrderGiver.give(Order(.retry, item: item, reason: reason, by: context.caller), context)
    }
}
