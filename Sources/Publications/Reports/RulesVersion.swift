import Bytes
package import Dossiers

/// Short fingerprints of the rules that a report was made under: the same rules, the same words.
package enum RulesVersion {
    /// The days and hours of work, in all their versions.
    package static func of(_ calendars: CalendarVersions) -> String {
        fingerprint(
            calendars.versions.flatMap { version in
                lines(version.general)
                    + version.agencies.sorted { $0.key < $1.key }.flatMap { ["agency \($0.key)"] + lines($0.value) }
            })
    }

    private static func lines(_ calendar: WorkingCalendar) -> [String] {
        func text(_ periods: [WorkingCalendar.Period]) -> String {
            periods.map { "\($0.from)-\($0.to)" }.joined(separator: " ")
        }
        return ["from \(calendar.validFrom?.description ?? "-") \(calendar.dueRule)"]
            + Weekday.allCases.map { "\($0.rawValue) \(text(calendar.hours[$0] ?? []))" }
            + calendar.holidays.map { "off \($0.from) \($0.to)" }.sorted()
            + calendar.workdays.map { "on \($0.date) \($0.instead?.description ?? "-")" }.sorted()
            + calendar.specialDays.map { "special \($0.date) \(text($0.periods))" }.sorted()
            + ["decided \(calendar.decidedUntil?.description ?? "-")"]
    }

    /// What the catalogue prescribes of each version of each procedure.
    package static func of(_ catalogue: Catalogue) -> String {
        let lines = catalogue.procedures.values.joined().map { procedure -> String in
            let components = procedure.components.map { "\($0.id):\($0.kind.rawValue):\($0.required):\($0.original)" }
            return [
                procedure.code, procedure.validFrom?.description ?? "-", procedure.sector, procedure.agency.description,
                procedure.coAgencies.map(\.description).joined(separator: "+"), String(procedure.level),
                VietnameseText.time(procedure.time), procedure.promisedDays.map(String.init) ?? "-",
                procedure.fee.map { "\($0.amount) \($0.due.rawValue)" } ?? "-", String(procedure.central),
                components.joined(separator: ","),
            ].joined(separator: "\t")
                // So that a catalogue without an end keeps the fingerprint that it had.
                + (procedure.validUntil.map { "\tuntil \($0)" } ?? "")
        }
        return fingerprint(lines.sorted())
    }

    private static func fingerprint(_ lines: [String]) -> String {
        String(SHA256.digest(of: Array(lines.joined(separator: "\n").utf8)).description.prefix(12))
    }
}
