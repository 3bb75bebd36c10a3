package import Files

import Bytes
import Documents
import Dossiers

/// Reads a site's configuration and checks it, telling every mistake at once.
package struct SiteLoader {
    let files: ConfigurationFiles
    let problems = Problems()

    /// Reads `config/` of the site's folder; the site is nil where there is a mistake that is not a mere warning.
    package static func load(_ folder: Folder) -> (site: Site?, problems: [ConfigurationProblem]) {
        load(ConfigurationFiles(in: folder), path: folder.path)
    }

    /// The same of files that were read before; `path` is the site's folder, from which relative folders count.
    package static func load(
        _ files: ConfigurationFiles, path: String
    ) -> (site: Site?, problems: [ConfigurationProblem]) {
        SiteLoader(files: files).load(path: path)
    }

    private func load(path: String) -> (site: Site?, problems: [ConfigurationProblem]) {
        for problem in files.problems { problems.add(problem.message, in: problem.file, line: problem.line) }
        let schemas = Schemas(files, problems: problems)

        let settings = page(SettingsPage.file, root: "hoso", schemas[.hoso]) {
            SettingsPage($0, of: path, problems: problems)
        }
        let agencies = page(AgenciesPage.file, root: "agencies", schemas[.agencies]) {
            AgenciesPage($0, problems: problems)
        }
        let calendars = readCalendars(schemas[.calendar], agencies: agencies?.codes)
        let procedures = readProcedures(schemas[.procedure])
        CatalogueRules(problems: problems).check(
            procedures, agencies: agencies?.codes, calendar: calendars?.versions.last)
        let accounts = readAccounts()

        let found = problems.all
        guard !found.contains(where: { !$0.isWarning }), let settings, let name = settings.name,
            let code = settings.code,
            let offset = settings.offset, let folders = settings.folders, let signatures = settings.signatures,
            let notices = settings.notices, let incidentsTo = settings.incidentsTo, let calendars,
            let agencies, let accounts, let packageSchema = schemas[.package]
        else { return (nil, found) }
        let site = Site(
            name: name, code: code, offset: offset, folders: folders.resolved(from: path), intake: settings.intake,
            limits: settings.limits, signatures: signatures, signaturesLine: settings.signaturesLine, notices: notices,
            incidentsTo: incidentsTo,
            nightlyAt: settings.nightlyAt, runGuard: settings.runGuard, calendars: calendars,
            catalogue: Catalogue(agencies: agencies.agencies, procedures: procedures.compactMap(\.procedure)),
            accounts: accounts, templates: files.templates, packageSchema: packageSchema)
        return (site, found)
    }

    /// Reads one XML file, lets `read` take down what it finds, and adds what only the schema knows; nil where the file
    /// is not there or not XML.
    func page<Page>(
        _ file: String, root: String, _ schema: XMLSchema?, _ read: (XMLElement) -> Page
    ) -> Page? {
        guard let bytes = files.contents[file] else {
            if !files.problems.contains(where: { $0.file == file || $0.file == "config" }) {
                problems.add("is not there", in: file, line: 1)
            }
            return nil
        }
        do throws(ParseError) {
            let document = try XMLDocument.parse(bytes, limits: Limits())
            let element = document.root
            guard element.name == root, element.namespace == ConfigurationElement.namespace else {
                problems.add(
                    "the root element is <\(element.name)>: expected <\(root) xmlns=\"\(ConfigurationElement.namespace)\">",
                    in: file, line: element.line)
                return nil
            }
            let page = read(element)
            if let schema {
                for problem in document.problems(against: schema, limits: Limits()) {
                    problems.addSchemaProblem(problem.message, in: file, line: problem.line)
                }
            }
            return page
        } catch {
            problems.add(error.message, in: file, line: error.line ?? 1)
            return nil
        }
    }

    private func readProcedures(_ schema: XMLSchema?) -> [ProcedurePage] {
        let paths = files.contents.keys.filter { $0.hasPrefix("config/procedures/") }.sorted()
        if paths.isEmpty,
            !files.problems.contains(where: { $0.file.hasPrefix("config/procedures") || $0.file == "config" })
        {
            problems.add("no procedure is there: expected a file CODE.xml each", in: "config/procedures", line: 1)
        }
        return paths.compactMap { path in
            page(path, root: "procedure", schema) { ProcedurePage($0, file: path, problems: problems) }
        }
    }

    private func readAccounts() -> Accounts? {
        if files.leavesAccounts { return Accounts([:]) }
        guard let bytes = files.contents[AccountsPage.file] else {
            if !files.problems.contains(where: { $0.file == AccountsPage.file || $0.file == "config" }) {
                problems.add("is not there", in: AccountsPage.file, line: 1)
            }
            return nil
        }
        return AccountsPage(bytes, problems: problems).accounts
    }
}
