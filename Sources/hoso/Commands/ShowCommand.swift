import Pipeline

/// `hoso show CODE`.
enum ShowCommand: Command {
    static let name = "show"
    static let summary = "one dossier: its papers, signatures, findings, deadlines and history"
    static let touchesState = true
    static let usage = "show CODE"

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let code = try arguments.code()
        try finish(arguments)
        guard let page = try context.view().page(of: code) else {
            throw NoSuchInput(description: "no dossier has the code \(code)")
        }
        Output.result(page)
        return .done
    }
}
