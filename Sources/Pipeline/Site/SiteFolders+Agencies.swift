import Dossiers
import Settings

extension SiteFolders {
    /// Agencies whose roster names nobody for today or the next day that is worked (Điều 13.6).
    func rosterProblems(of site: Site, on today: Day) -> [ConfigurationProblem] {
        let line = lineOfAgency()
        return site.catalogue.agencies.values.sorted { $0.code < $1.code }.compactMap { agency in
            let calendar = site.calendars.calendar(for: agency.code, on: today)
            let next = (1...31).lazy.map { today.advanced(by: $0) }.first(where: calendar.isWorkingDay)
            let days = [today, next].compactMap { $0 }.filter {
                calendar.isWorkingDay($0) && agency.isUnattended(on: $0)
            }
            guard let first = days.first else { return nil }
            return ConfigurationProblem(
                file: Self.agenciesFile, line: line(agency.code),
                message:
                    "nobody is on duty at \(agency.code) on \(first): expected a <duty> that covers it (Điều 13.6)",
                isWarning: true)
        }
    }

    /// Agencies that are gone, or will be soon, while procedures are offered that they answer.
    func endingProblems(of site: Site, on today: Day) -> [ConfigurationProblem] {
        let line = lineOfAgency()
        return site.catalogue.agencies.values.sorted { $0.code < $1.code }.compactMap { agency in
            guard let until = agency.until, until.number - today.number < Self.daysAhead else { return nil }
            let day = max(today, until.advanced(by: 1))
            let offered = site.catalogue.offered(on: day)
            let led = offered.filter { $0.agency == agency.code }.map(\.code)
            let joined = offered.filter { $0.coAgencies.contains(agency.code) }.map(\.code)
            let effects = [
                led.isEmpty ? nil : "refused: \(led.joined(separator: ", "))",
                joined.isEmpty ? nil : "sent to it as a co-agency: \(joined.joined(separator: ", "))",
            ].compactMap { $0 }
            guard !effects.isEmpty else { return nil }
            return ConfigurationProblem(
                file: Self.agenciesFile, line: line(agency.code),
                message:
                    "the agency \(agency.code) ends on \(until), and from \(day) on dossiers are \(effects.joined(separator: "; ")); give the procedures a version with another agency, or a validUntil",
                isWarning: true)
        }
    }

    /// How long before an agency ends it is told.
    private static let daysAhead = 60
    private static let agenciesFile = "config/agencies.xml"

    private func lineOfAgency() -> (AgencyCode) -> Int {
        let lines = String(decoding: ConfigurationFiles(in: root).contents[Self.agenciesFile] ?? [], as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        return { code in (lines.firstIndex { $0.contains("code=\"\(code)\"") } ?? 0) + 1 }
    }
}
