import Dossiers
import Settings

extension SiteFolders {
    /// Agencies whose roster names nobody for today or the next day that is worked (Điều 13.6).
    func rosterProblems(of site: Site, on today: Day) -> [ConfigurationProblem] {
        let file = "config/agencies.xml"
        let lines = String(decoding: ConfigurationFiles(in: root).contents[file] ?? [], as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        return site.catalogue.agencies.values.sorted { $0.code < $1.code }.compactMap { agency in
            let calendar = site.calendars.calendar(for: agency.code, on: today)
            let next = (1...31).lazy.map { today.advanced(by: $0) }.first(where: calendar.isWorkingDay)
            let days = [today, next].compactMap { $0 }.filter {
                calendar.isWorkingDay($0) && agency.isUnattended(on: $0)
            }
            guard let first = days.first else { return nil }
            let line = lines.firstIndex { $0.contains("code=\"\(agency.code)\"") } ?? 0
            return ConfigurationProblem(
                file: file, line: line + 1,
                message:
                    "nobody is on duty at \(agency.code) on \(first): expected a <duty> that covers it (Điều 13.6)",
                isWarning: true)
        }
    }
}
