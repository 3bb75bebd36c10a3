import Dossiers

/// `hoso hold CODE --reason TEXT`.
enum HoldCommand: Command {
    static let name = "hold"
    static let summary = "lets nothing go on with a dossier until it is released"
    static let touchesState = true
    static let usage = "hold CODE --reason TEXT"
    static let options = [OrderGiver.reasonOption]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let reason = try OrderGiver.reason(&arguments)
        let code = try arguments.code(arguments.required("a dossier's code"))
        try finish(arguments)
        return try OrderGiver.give(Order(.hold, dossier: code, reason: reason, by: context.caller), context)
    }
}
