import Dossiers
import Ledgers
import Settings

/// Apologies that are drafted here wait for the word of the agency's leader (Điều 15.1).
extension Office {
    /// Drafts one for each dossier that is due on the next working day or was due before, and a new one where its date is over;
    /// the agency gets it to approve.
    func draftApologies() throws {
        let now = clock.now
        var codes: [DossierCode] = []
        var eves: [Day: Day] = [:]
        /// A day on which no calendar asks for one yet needs no look at the dossier.
        func hasCome(_ due: Day) -> Bool {
            let eve = eves[due] ?? ApologyRuling.firstEve(of: due, site.calendars)
            eves[due] = eve
            return eve <= now.day
        }
        try register.forEachOpen { dossier in
            // Of the others none is to be drafted, whatever the calendar says of the working day before.
            guard let due = dossier.due, !dossier.isResolved, !dossier.isPaused, !dossier.isExtended,
                dossier.proposed.map({ !ExtensionRuling.isGrantable($0, due: due, now: now) }) ?? true,
                hasCome(due.day)
            else { return }
            codes.append(dossier.code)
        }
        for code in codes.sorted() {
            try expectNight()
            guard let dossier = try register.dossier(code), let matter = matter(of: dossier, now: now),
                let draft = ApologyRuling.draft(matter)
            else { continue }
            try enter([.apologyDrafted(draft)], for: dossier, as: "nightly") { entries, after in
                self.plan(entries, dossier: after)
            }
            try settleRegister()
        }
    }
}
