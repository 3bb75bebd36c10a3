package import Dossiers
package import Publications
import Ledgers
import Settings

/// `hoso explain`: every due moment of a dossier, day by day.
extension SiteView {
    /// Nil where no dossier has the code.
    package func explanation(of code: DossierCode, in text: DerivationText) -> String? {
        guard let dossier = register.dossiers[code] else { return nil }
        var lines = ["\(dossier.code)  \(dossier.receipt.procedure)  \(dossier.state.rawValue)"]
        guard let deadlines = dossier.deadlines, let procedure = site.catalogue.procedure(of: dossier) else {
            lines.append(text.notStarted)
            return lines.joined(separator: "\n")
        }
        let calendar = site.calendars.calendar(of: dossier)
        let derivations =
            [Derivation.handOver(from: deadlines.from, by: calendar)]
            + (deadlines.sameDayHandOver == nil
                ? [] : [Derivation.sameDayHandOver(from: deadlines.from, by: calendar)])
            + [Derivation.result(from: deadlines.from, time: procedure.time, pauses: [], by: calendar)]
        let kept = [deadlines.handOver] + (deadlines.sameDayHandOver.map { [$0] } ?? []) + [deadlines.result]
        for (derivation, kept) in zip(derivations, kept) {
            lines.append("")
            lines += text.lines(derivation)
            if derivation.due != kept { lines.append("  " + text.differs(kept)) }
        }
        return lines.joined(separator: "\n")
    }
}
