package import Dossiers
import Ledgers
import Publications
import Settings

/// What became of a submission, for whoever has only its id (mã lần nộp).
extension SiteView {
    /// The dossier that a word names, by its code or by the id of the submission that it began with; nil where it names none.
    package func code(named word: String) throws -> DossierCode? {
        try DossierCode(word) ?? register().register.submission(word)?.dossier
    }

    /// Why what came under the id of a submission was refused before it got a code; nil where nothing was.
    package func refusalPage(of submission: String) throws -> String? {
        var lines: [String] = []
        for case .refused(let refusal) in try refusals(of: submission).map(\.event) {
            let today = site.catalogue.procedure(refusal.procedure, on: today)
            lines += [
                "submission: \(TerminalText(refusal.submission))", "state: refused (TrangThaiHoSo 3)",
                "procedure: \(TerminalText("\(refusal.procedure) \(today?.name ?? "")"))", "level: \(refusal.level)",
                "came by: \(refusal.channel)",
            ]
            lines += (refusal.dossier.map { ["the id is that of dossier: \($0)"] } ?? []) + ["findings:"]
            lines += refusal.findings.map { "  " + describe($0, today) } + [""]
        }
        return lines.isEmpty ? nil : lines.dropLast().joined(separator: "\n")
    }

    /// The entries that say so.
    func refusals(of submission: String) throws -> [Entry] {
        try ledgerFolder.map { try Ledger.refusals(of: submission, in: $0) } ?? []
    }
}
