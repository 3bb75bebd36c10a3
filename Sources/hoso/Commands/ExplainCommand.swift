import Pipeline
import Publications

/// `hoso explain CODE`.
enum ExplainCommand: Command {
    static let name = "explain"
    static let summary = "every due date of a dossier, day by day: what counted, what did not, and why"
    static let touchesState = true
    static let usage = "explain CODE [--lang en|vi]"
    static let options = [("--lang LANGUAGE", "en or vi; English unless said")]

    static let notes = NamedDossier.note

    private enum Language: String, CaseIterable { case en, vi }

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let language = try arguments.choice("--lang", Language.allCases) ?? .en
        let named = try arguments.dossier()
        try finish(arguments)
        let words = language == .vi ? DerivationText.vietnamese : .english
        Output.result(try named.page(context.view()) { try $0.explanation(of: $1, in: words) })
        return .done
    }
}
