package import Dossiers
import Ledgers
import Settings

/// `hoso calendar preview`: which dates another calendar would move, or the one in force would.
extension SiteView {
    /// An open dossier of which something that people were told, or that reports measure by, would be otherwise.
    package struct Move: Sendable {
        package let code: DossierCode
        package let procedure: String
        package let told: Deadlines
        package let counted: Deadlines

        /// What would be otherwise, by its name: as it was told, and as it would be.
        package var changes: [(name: String, told: String, counted: String)] {
            func text(_ deadlines: Deadlines) -> [(name: String, value: String)] {
                [
                    ("due", deadlines.due.description), ("provisional", deadlines.isDueProvisional ? "yes" : "no"),
                    ("hand-over", deadlines.handOver.description),
                    ("same-day hand-over", deadlines.sameDayHandOver?.description ?? ""),
                    ("before the extension", deadlines.extendedTo == nil ? "" : deadlines.result.description),
                    ("published", deadlines.published?.description ?? ""),
                ]
            }
            return zip(text(told), text(counted)).filter { $0.value != $1.value }
                .map { ($0.name, $0.value, $1.value) }
        }
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
            guard let dossier = try register.dossier(code), RecountRuling.isCounted(dossier),
                let procedure = site.catalogue.procedure(of: dossier)
            else { return nil }
            // A clock that stands is taken to run again now.
            func resumed(_ calendars: CalendarVersions) -> Deadlines? {
                dossier.resumed(
                    at: now, procedure: procedure, calendar: calendars.calendar(of: dossier),
                    handOverCalendar: calendars.handOverCalendar(of: dossier))
            }
            let told = dossier.isPaused ? resumed(site.calendars) : dossier.deadlines
            let counted =
                dossier.isPaused
                ? resumed(calendars)
                : RecountRuling.moved(
                    dossier, procedure: procedure, calendar: calendars.calendar(of: dossier),
                    handOverCalendar: calendars.handOverCalendar(of: dossier))
            guard let told, let counted, !counted.measuresTheSame(as: told) else { return nil }
            return Move(code: dossier.code, procedure: procedure.code, told: told, counted: counted)
        }
    }
}
