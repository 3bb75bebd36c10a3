import Dossiers
import Ledgers

/// Open appointments on a day that the calendar in force on that day has off, and the one that they were counted by works.
///
/// A day off that is entered in a later version alone moves nothing received before it (Điều 8.1a), so citizens would come to
/// a closed door. A date that an extension gave was set by a person, and a clock that stands is counted when it runs again.
struct AppointmentsOff: CustomStringConvertible {
    let day: Day
    /// The day from which the version holds that they were counted by; nil for the first.
    let version: Day?
    /// In order.
    let codes: [DossierCode]

    private struct Key: Hashable {
        let day: Day
        let version: Day?
    }

    /// In the order of the days.
    static func all(of calendars: CalendarVersions, in register: Register) throws -> [AppointmentsOff] {
        guard calendars.versions.count > 1 else { return [] }
        var off: [(code: DossierCode, day: Day)] = []
        try register.forEachOpen { open in
            guard let day = open.due?.day, !open.isResolved, !open.isPaused, !open.isExtended,
                !calendars.calendar(for: open.code.agency, on: day).isWorkingDay(day)
            else { return }
            off.append((open.code, day))
        }
        var found: [Key: [DossierCode]] = [:]
        for (code, day) in off {
            guard let dossier = try register.dossier(code), RecountRuling.isCounted(dossier) else { continue }
            let own = calendars.calendar(of: dossier)
            guard own.isWorkingDay(day) else { continue }
            found[Key(day: day, version: own.validFrom), default: []].append(code)
        }
        return found.map { AppointmentsOff(day: $0.day, version: $0.version, codes: $1.sorted()) }
            .sorted { ($0.day, $0.version?.number ?? .min) < ($1.day, $1.version?.number ?? .min) }
    }

    /// The calendar that lacks the day off.
    var file: String { version.map { "config/calendar@\($0).xml" } ?? "config/calendar.xml" }

    var description: String {
        "\(day) is off by a later calendar and worked by this one, by which open dossiers have their appointment on it: \(NamedCodes(codes: codes))"
    }
}
