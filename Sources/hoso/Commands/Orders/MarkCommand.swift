import Dossiers

/// `hoso mark CODE --reason TEXT`.
enum MarkCommand: Command {
    static let name = "mark"
    static let summary = "marks a dossier as a suspected violation: kept with its evidence, out of the count"
    static let touchesState = true
    static let usage = "mark CODE [--clear] --reason TEXT"
    static let options = [("--clear", "takes the mark away"), OrderGiver.reasonOption]
    static let notes = "No rule marks a dossier by itself, and a mark is no verdict (Điều 4.5, 17.4)."

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let verb: Order.Verb = arguments.flag("--clear") ? .clearViolation : .markViolation
        let reason = try OrderGiver.reason(&arguments)
        let code = try arguments.code(arguments.required("a dossier's code"))
        try finish(arguments)
        return try OrderGiver.give(Order(verb, dossier: code, reason: reason, by: context.caller), context)
    }
}
