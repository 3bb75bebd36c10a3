import Dossiers
import Ledgers

/// Apologies that are drafted here wait for the word of the agency's leader (Điều 15.1).
extension Office {
    /// Drafts one for each dossier that is due on the next working day or was due before, once; the agency gets it to approve.
    func draftApologies() throws {
        let now = clock.now
        for code in register.dossiers.keys.sorted() {
            guard let dossier = register.dossiers[code], let matter = matter(of: dossier, now: now),
                let draft = ApologyRuling.draft(matter)
            else { continue }
            try enter([.apologyDrafted(draft)], for: dossier, as: "nightly") { entries, after in
                self.plan(entries, dossier: after)
            }
        }
    }
}
