import Dossiers
import Pipeline

/// `hoso show CODE`.
enum ShowCommand: Command {
    static let name = "show"
    static let summary = "one dossier: its papers, signatures, findings, deadlines and history"
    static let touchesState = true
    static let usage = "show CODE"

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let text = try arguments.required("a dossier's code")
        try finish(arguments)
        guard let code = DossierCode(text) else {
            throw UsageError(message: "«\(text)» is no dossier code such as 000.00.10.H34-261123-0001")
        }
        let view = try SiteView(site: context.site, now: context.now)
        guard let page = try view.page(of: code) else {
            throw NoSuchInput(description: "no dossier has the code \(code)")
        }
        Output.result(page)
        return .done
    }
}
