import Dossiers
import Files
import Settings

extension SiteFolders {
    /// This year, where the calendar in force calls it decided and it was forgotten.
    ///
    /// The page itself is judged without a clock, by the years from its first day off on: a year before that may be over.
    func forgottenYears(of site: Site, on today: Day) -> [ConfigurationProblem] {
        let calendar = site.calendars.version(on: today).general
        guard calendar.isForgotten(today.civil.year) else { return [] }
        let file = calendar.validFrom.map { "config/calendar@\($0).xml" } ?? "config/calendar.xml"
        return [
            ConfigurationProblem(
                file: file, line: line(of: "<decided", in: file),
                message:
                    "\(today.civil.year) is called decided, and no day off of it stands here: each of its weekdays counts as worked",
                isWarning: true)
        ]
    }

    /// The first line of a file that says so; its first where none does.
    private func line(of text: String, in file: String) -> Int {
        let lines = String(decoding: ConfigurationFiles(in: root).contents[file] ?? [], as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        return (lines.firstIndex { $0.contains(text) } ?? 0) + 1
    }
}
