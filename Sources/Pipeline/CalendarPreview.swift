package import Dossiers
import Ledgers
import Settings

/// `hoso calendar preview`: which due moments another calendar would move.
extension SiteView {
    /// An open dossier whose due moment would be another.
    package struct Move: Sendable {
        package let code: DossierCode
        package let procedure: String
        package let from: Moment
        package let to: Moment
        package let provisional: Bool
    }

    /// Every open dossier that would move, in the order of codes.
    ///
    /// Throws `ConfigurationMistakes` where the calendar has any that is not a mere warning.
    package func moves(by calendar: [UInt8], named file: String) throws -> [Move] {
        let (version, problems) = SiteLoader.calendar(
            calendar, named: file, schemasOf: ConfigurationFiles(in: folders.root),
            agencies: Set(site.catalogue.agencies.keys))
        guard let version else { throw ConfigurationMistakes(problems: problems) }
        let register = try register().register
        var codes: [DossierCode] = []
        try register.forEachOpen { if $0.due != nil, !$0.isResolved { codes.append($0.code) } }
        return try codes.sorted().compactMap { code in try register.dossier(code).flatMap { move($0, to: version) } }
    }

    /// Nil where nothing moves: an extension's date was set by a person, and stays.
    private func move(_ dossier: Dossier, to version: CalendarVersions.Version) -> Move? {
        guard let deadlines = dossier.deadlines, deadlines.extendedTo == nil, !dossier.isClosed,
            dossier.resolvedAt == nil, let procedure = site.catalogue.procedure(of: dossier)
        else { return nil }
        // A clock that stands is taken to run again now.
        var pauses = dossier.pauses
        if dossier.isPaused { pauses[pauses.count - 1].to = now }
        func counted(_ calendar: WorkingCalendar) -> Deadlines? {
            Deadlines(procedure: procedure, calendar: calendar, from: deadlines.from, pauses: pauses)
        }
        let before = dossier.isPaused ? counted(site.calendars.calendar(of: dossier)) : deadlines
        guard let before, let after = counted(version.calendar(for: dossier.agency)), before.result != after.result
        else { return nil }
        return Move(
            code: dossier.code, procedure: procedure.code, from: before.result, to: after.result,
            provisional: after.provisional)
    }
}
