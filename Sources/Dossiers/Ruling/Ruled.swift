/// What the law makes of one arrival: events in order, of one dossier or of none.
package struct Ruled: Sendable, Equatable {
    package let dossier: DossierCode?
    package let events: [Event]

    package init(dossier: DossierCode?, events: [Event]) {
        self.dossier = dossier
        self.events = events
    }
}
