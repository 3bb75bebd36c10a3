/// What the law looks at beside a message: the dossier that it is about, and the rules and the calendar that hold for it.
package struct Matter: Sendable {
    package let dossier: Dossier
    /// The version that holds for the dossier.
    package let procedure: Procedure
    /// The agency that leads; nil where the site no longer knows it.
    package let agency: Agency?
    /// Those that led before and that the site still knows.
    package var formerAgencies: [Agency] = []
    package let calendar: WorkingCalendar
    /// By which the time for the hand-over runs.
    package let handOverCalendar: WorkingCalendar
    package let policy: SignaturePolicy
    package let now: Moment

    package init(
        dossier: Dossier, procedure: Procedure, agency: Agency?, calendar: WorkingCalendar,
        handOverCalendar: WorkingCalendar? = nil, policy: SignaturePolicy, now: Moment
    ) {
        self.dossier = dossier
        self.procedure = procedure
        self.agency = agency
        self.calendar = calendar
        self.handOverCalendar = handOverCalendar ?? calendar
        self.policy = policy
        self.now = now
    }

    /// Whether a fee that is due with the result is still to be paid.
    var owesFeeWithResult: Bool { dossier.owesFeeWithResult(procedure) }

    /// The id of the component that is called so in whatever case, among those of the procedure and of the dossier's papers.
    func component(called name: String) -> String? {
        let known = procedure.components.map(\.id) + dossier.papers.compactMap(\.component)
        return known.first { $0 == name } ?? known.first { $0.lowercased() == name.lowercased() }
    }

    /// The component that a scan's name means, which may give the number of a page behind it: `CCCD_2`.
    func component(ofScan name: String) -> String? {
        component(called: name) ?? component(called: name.replacing(#/[-_. ]*[0-9]{1,3}$/#, with: ""))
    }

    /// The events that put the dossier where its findings leave it.
    func standing(_ findings: [Finding]) -> [Event] {
        standing(findings, of: dossier)
    }

    /// The same of the dossier as it is without something that stood before it.
    func standing(_ findings: [Finding], of dossier: Dossier) -> [Event] {
        Standing.events(
            findings: findings, dossier: dossier, procedure: procedure, calendar: calendar,
            handOverCalendar: handOverCalendar, now: now)
    }

    /// The dates of the dossier where its clock, which stands, runs again now; nil where the calendar has no working time that far.
    var resumed: Deadlines? {
        dossier.resumed(at: now, procedure: procedure, calendar: calendar, handOverCalendar: handOverCalendar)
    }

    /// The dossier's examination with other findings.
    func examination(_ findings: [Finding]) -> Event {
        .examined(Examination(papers: dossier.papers, findings: findings, signatures: dossier.signatures))
    }
}
