import Dossiers

/// `hoso release CODE --reason TEXT`.
enum ReleaseCommand: Command {
    static let name = "release"
    static let summary = "lets a held dossier go on as its other findings say"
    static let touchesState = true
    static let usage = "release CODE --reason TEXT"
    static let options = [OrderGiver.reasonOption]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let reason = try OrderGiver.reason(&arguments)
        let code = try arguments.code(arguments.required("a dossier's code"))
        try finish(arguments)
        return try OrderGiver.give(Order(.release, dossier: code, reason: reason, by: context.caller), context)
    }
}
