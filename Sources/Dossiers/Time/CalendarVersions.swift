/// The working calendars of a site: each version from the day on which it holds, with the hours of agencies that keep others.
package struct CalendarVersions: Sendable, Equatable {
    /// One calendar in all its shapes.
    package struct Version: Sendable, Equatable {
        package let general: WorkingCalendar
        /// Of agencies that keep hours of their own.
        package let agencies: [AgencyCode: WorkingCalendar]

        package init(general: WorkingCalendar, agencies: [AgencyCode: WorkingCalendar] = [:]) {
            self.general = general
            self.agencies = agencies
        }

        package func calendar(for agency: AgencyCode) -> WorkingCalendar { agencies[agency] ?? general }
    }

    /// In the order of the days from which they hold; the first also holds before its own.
    package let versions: [Version]

    package init(_ first: Version, later: [Version] = []) {
        versions = [first] + later.sorted { Self.start($0) < Self.start($1) }
    }

    /// The version that holds for what is received on `day`.
    package func version(on day: Day) -> Version {
        versions.last { Self.start($0) <= day.number } ?? versions[0]
    }

    /// The version that holds from `day` on, nil for the first; nil where there is none.
    package func version(from day: Day?) -> Version? { versions.first { $0.general.validFrom == day } }

    /// The calendar by which an agency's dossiers received on `day` are counted.
    package func calendar(for agency: AgencyCode, on day: Day) -> WorkingCalendar {
        version(on: day).calendar(for: agency)
    }

    /// The calendar of a dossier: the version by which it was counted, before that the one of its day of receipt; in the
    /// hours of the agency that received it, since a new routing moves no appointment.
    package func calendar(of dossier: Dossier) -> WorkingCalendar {
        calendar(of: dossier, for: dossier.receipt.agency)
    }

    /// The calendar of its hand-over: the same version, in the hours of the agency that has it to do (Điều 14.4).
    package func handOverCalendar(of dossier: Dossier) -> WorkingCalendar {
        calendar(of: dossier, for: dossier.handOverBy)
    }

    /// The version of a dossier in the hours of any agency.
    package func calendar(of dossier: Dossier, for agency: AgencyCode) -> WorkingCalendar {
        let counted = dossier.deadlines.flatMap { version(from: $0.calendar) }
        return (counted ?? version(on: dossier.receivedAt.day)).calendar(for: agency)
    }

    /// The same with a version in the place of the one that holds from its day on, or beside the others.
    package func putting(_ version: Version) -> CalendarVersions {
        guard let first = versions.first, version.general.validFrom != first.general.validFrom else {
            return CalendarVersions(version, later: Array(versions.dropFirst()))
        }
        return CalendarVersions(
            first, later: versions.dropFirst().filter { $0.general.validFrom != version.general.validFrom } + [version])
    }

    private static func start(_ version: Version) -> Int { version.general.validFrom?.number ?? .min }
}
