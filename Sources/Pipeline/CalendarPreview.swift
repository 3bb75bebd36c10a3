package import Dossiers
import Ledgers
import Settings

/// `hoso calendar preview`: which due moments another calendar would move, or the one in force would.
extension SiteView {
    /// An open dossier whose due moment would be another.
    package struct Move: Sendable {
        package let code: DossierCode
        package let procedure: String
        package let from: Moment
        package let to: Moment
        package let provisional: Bool
    }

    /// Every open dossier that the calendar in force counts otherwise than it was told, in the order of codes.
    package func moves() throws -> [Move] { try moves(by: site.calendars) }

    /// Every open dossier that would move with a file in the place of the calendar of its day, in the order of codes.
    ///
    /// Throws `ConfigurationMistakes` where the calendar has any that is not a mere warning.
    package func moves(by calendar: [UInt8], named file: String) throws -> [Move] {
        let (version, problems) = SiteLoader.calendar(
            calendar, named: file, schemasOf: ConfigurationFiles(in: folders.root),
            agencies: Set(site.catalogue.agencies.keys))
        guard let version else { throw ConfigurationMistakes(problems: problems) }
        return try moves(by: site.calendars.putting(version))
    }

    private func moves(by calendars: CalendarVersions) throws -> [Move] {
        let register = try register().register
        return try register.appointed().compactMap { code in
            guard let dossier = try register.dossier(code), let kept = dossier.deadlines,
                RecountRuling.isCounted(dossier),
                let procedure = site.catalogue.procedure(of: dossier)
            else { return nil }
            // A clock that stands is taken to run again now.
            var pauses = dossier.pauses
            if dossier.isPaused { pauses[pauses.count - 1].to = now }
            func counted(_ calendars: CalendarVersions) -> Deadlines? {
                Deadlines(
                    procedure: procedure, calendar: calendars.calendar(of: dossier), from: kept.from, pauses: pauses)
            }
            let before = dossier.isPaused ? counted(site.calendars) : kept
            guard let before, let after = counted(calendars), before.result != after.result else { return nil }
            return Move(
                code: dossier.code, procedure: procedure.code, from: before.result, to: after.result,
                provisional: after.provisional)
        }
    }
}
