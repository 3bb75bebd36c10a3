import Dossiers

/// `hoso resend CODE --reason TEXT`.
enum ResendCommand: Command {
    static let name = "resend"
    static let summary = "puts a dossier's ZIPs into the outbox again, byte for byte"
    static let touchesState = true
    static let usage = "resend CODE [--reason TEXT]"
    static let options = [OrderGiver.reasonOption]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let reason = try arguments.value("--reason") ?? "asked for"
        let code = try arguments.code(arguments.required("a dossier's code"))
        try finish(arguments)
        return try OrderGiver.give(Order(.resend, dossier: code, reason: reason, by: context.caller), context)
    }
}
