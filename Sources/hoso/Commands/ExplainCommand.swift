import Dossiers
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
        let text = try arguments.required("a dossier's code")
        try finish(arguments)
        guard let code = DossierCode(text) else {
            throw UsageError(message: "«\(text)» is no dossier code such as 000.00.10.H34-261123-0001")
        }
        let view = try SiteView(site: context.site, now: context.now)
        let words = language == .vi ? DerivationText.vietnamese : .english
        guard let page = try view.explanation(of: code, in: words) else {
            throw NoSuchInput(description: "no dossier has the code \(code)")
        }
        Output.result(page)
        return .done
    }
}
