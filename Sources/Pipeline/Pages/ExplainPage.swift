package import Dossiers
package import Publications
import Ledgers
import Settings

/// `hoso explain`: every due moment of a dossier, day by day.
extension SiteView {
    /// Nil where no dossier has the code.
    package func explanation(of code: DossierCode, in text: DerivationText) throws -> String? {
        guard let dossier = try dossier(code) else { return nil }
        var lines = ["\(dossier.code)  \(dossier.receipt.procedure)  \(dossier.state.rawValue)"]
        let procedure = site.catalogue.procedure(of: dossier)
        guard let deadlines = dossier.deadlines, let procedure else {
            lines.append(procedure?.central == true ? text.central : text.notStarted)
            return lines.joined(separator: "\n")
        }
        for (derivation, kept) in Derivation.all(
            of: deadlines, procedure: procedure, pauses: dossier.pauses, handedOverAt: dossier.handedOverAt,
            by: site.calendars.calendar(of: dossier), handOverBy: site.calendars.handOverCalendar(of: dossier))
        {
            lines.append("")
            lines += text.lines(derivation)
            // While the clocks stand the ledger still holds what was due before.
            if let due = derivation.due, due != kept { lines.append("  " + text.differs(kept)) }
        }
        if let granted = dossier.extension {
            lines += ["", text.extended(to: deadlines.due, by: granted)]
        }
        return lines.joined(separator: "\n")
    }
}
