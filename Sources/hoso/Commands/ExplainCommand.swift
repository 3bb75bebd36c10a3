import Pipeline
import Publications

/// `hoso explain CODE`.
enum ExplainCommand: Command {
    static let name = "explain"
    static let summary = "every due date of a dossier, day by day: what counted, what did not, and why"
    static let touchesState = true
    static let usage = "explain CODE [--lang en|vi]"
    static let options = [("--lang LANGUAGE", "en or vi; English unless said")]

    private enum Language: String, CaseIterable { case en, vi }

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let language = try arguments.choice("--lang", Language.allCases) ?? .en
        let code = try arguments.code()
        try finish(arguments)
        let words = language == .vi ? DerivationText.vietnamese : .english
        guard let page = try context.view().explanation(of: code, in: words) else {
            throw NoSuchInput(description: "no dossier has the code \(code)")
        }
        Output.result(page)
        return .done
    }
}
