import Documents
package import Dossiers

/// The calendar and its later versions.
extension SiteLoader {
    /// Reads a calendar that is not, or not yet, part of the site, as its own would be read.
    package static func calendar(
        _ bytes: [UInt8], named file: String, schemasOf files: ConfigurationFiles, agencies: Set<AgencyCode>
    ) -> (version: CalendarVersions.Version?, problems: [ConfigurationProblem]) {
        let loader = SiteLoader(files: ConfigurationFiles(files.contents.merging([file: bytes]) { $1 }))
        let schemas = Schemas(loader.files, problems: loader.problems)
        let page = loader.readCalendar(file, schemas[.calendar])
        if let page { loader.check(page, of: file, known: agencies) }
        let problems = loader.problems.all.filter { $0.file == file }
        return (problems.contains { !$0.isWarning } ? nil : page?.version, problems)
    }

    /// `config/calendar.xml` and, in `config/calendar@DAY.xml`, what holds from a later day on; nil where any has a mistake.
    func readCalendars(_ schema: XMLSchema?, agencies: Set<AgencyCode>?) -> CalendarVersions? {
        let first = readCalendar(CalendarPage.file, schema)
        var pages: [(file: String, page: CalendarPage)] = first.map { [(CalendarPage.file, $0)] } ?? []
        for file in laterCalendars {
            guard let page = readCalendar(file, schema) else { continue }
            checkName(of: page, in: file)
            if let other = pages.first(where: { $0.page.validFrom == page.validFrom }) {
                problems.add(
                    "this day's calendar stands already in \(other.file)", in: file, line: page.line, about: "validFrom"
                )
            }
            pages.append((file, page))
        }
        if let agencies { for (file, page) in pages { check(page, of: file, known: agencies) } }
        let versions = pages.compactMap(\.page.version)
        guard versions.count == laterCalendars.count + 1 else { return nil }
        return CalendarVersions(versions[0], later: Array(versions.dropFirst()))
    }

    private var laterCalendars: [String] {
        files.contents.keys.filter { $0.hasPrefix("config/calendar@") && $0.lowercased().hasSuffix(".xml") }.sorted()
    }

    private func readCalendar(_ file: String, _ schema: XMLSchema?) -> CalendarPage? {
        page(file, root: "calendar", schema) { CalendarPage($0, file: file, problems: problems) }
    }

    private func checkName(of page: CalendarPage, in file: String) {
        guard let from = page.validFrom else {
            problems.add(
                "<calendar> has no validFrom: expected the day from which this version holds", in: file,
                line: page.line, about: "validFrom")
            return
        }
        guard file != "config/calendar@\(from).xml" else { return }
        problems.add(
            "the file is not named for what it holds: expected calendar@\(from).xml", in: file, line: page.line,
            about: "validFrom", isWarning: true)
    }

    private func check(_ page: CalendarPage, of file: String, known: Set<AgencyCode>) {
        for (code, line) in page.agencies where !known.contains(code) {
            problems.add(
                "the agency \(code) is not in \(AgenciesPage.file)", in: file, line: line, about: "agencies")
        }
    }
}
