import Pipeline

/// `hoso show CODE`.
enum ShowCommand: Command {
    static let name = "show"
    static let summary = "one dossier: its papers, signatures, findings, deadlines and history"
    static let touchesState = true
    static let usage = "show CODE"
    static let notes = NamedDossier.note

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let named = try arguments.dossier()
        try finish(arguments)
        Output.result(try named.page(context.view()) { try $0.page(of: $1) })
        return .done
    }
}
