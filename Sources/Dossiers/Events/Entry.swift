/// A line of the ledger: an event with its number, its time, and what it concerns.
package struct Entry: Sendable, Equatable {
    /// From 1 on, without gaps.
    package let number: Int
    package let at: Moment
    /// The claim that brought it about, as its folder in `State/working/` is called.
    package let claim: String
    package let dossier: DossierCode?
    package let event: Event

    package init(number: Int, at: Moment, claim: String, dossier: DossierCode?, event: Event) {
        self.number = number
        self.at = at
        self.claim = claim
        self.dossier = dossier
        self.event = event
    }
}
