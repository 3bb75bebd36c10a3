package import Dossiers

extension Dossier {
    /// The fold of its entries; nil where the first of them is missing.
    package init?(folding entries: some Sequence<Entry>, of code: DossierCode) {
        var dossier: Dossier?
        for entry in entries where entry.dossier == code {
            if case .received(let receipt) = entry.event {
                dossier = Dossier(code: code, receipt: receipt, at: entry.at, claim: entry.claim)
            } else {
                dossier?.apply(entry)
            }
        }
        guard let dossier else { return nil }
        self = dossier
    }
}
