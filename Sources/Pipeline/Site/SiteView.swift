package import Dossiers
import Bytes
import Files
import Ledgers
package import Publications
package import Settings

/// A look at a site from outside: nothing is locked, repaired, made or changed, so that it may be taken while hoso serves it.
package struct SiteView {
    package let site: Site
    let letters: Letters
    let folders: SiteFolders
    let ledger: LedgerReading
    /// Nil where there is none, as before the first run: then every page shows a site without a dossier.
    let ledgerFolder: Folder?
    let now: Moment

    /// Throws `NoSite`, `ConfigurationMistakes`, `LedgerDamage`, or what the disk refused.
    ///
    /// - Parameters:
    ///   - say: told the mistakes of a configuration in whose place the one that was last in force is taken.
    ///   - passing: told how far each reading of the ledger is, and of how many entries where that is known.
    package init(
        site path: String, now: Moment?, remembering memory: ConfigurationMemory = ConfigurationMemory(),
        say: (LogEvent) -> Void = { _ in },
        passing: @escaping (_ number: Int, _ last: Int?) -> Void = { _, _ in }
    ) throws {
        folders = try SiteFolders(opening: path)
        (site, letters) = try folders.readable(remembering: memory, say: say)
        self.now = LawClock(fixed: now, offset: site.offset).now
        ledgerFolder = try folders.state(of: site)?.standing(at: ["ledger"])
        let last = try ledgerFolder.flatMap(LedgerHead.init)?.number
        ledger = LedgerReading(folder: ledgerFolder) { passing($0, last) }
    }

    /// The register as it stands now, and where the ledger ends.
    func register() throws -> (register: Register, end: LedgerReading.End) {
        guard let ledgerFolder else { return (Register(), LedgerReading.End()) }
        return try Ledger.register(in: ledgerFolder, by: ledger)
    }

    /// What the ledger says of one dossier; empty where none has the code.
    func entries(of code: DossierCode) throws -> [Entry] {
        try ledgerFolder.map { try Ledger.entries(of: code, in: $0) } ?? []
    }

    /// Nil where none has the code.
    func dossier(_ code: DossierCode) throws -> Dossier? { Dossier(folding: try entries(of: code), of: code) }

    /// The day by the clock of law.
    package var today: Day { now.day }

    /// Every mistake in the configuration of a site, and what is missing in it as of `now`, by default the machine's.
    package static func problems(site path: String, now: Moment? = nil) throws -> [ConfigurationProblem] {
        let house = try SiteFolders(opening: path)
        let read = house.load()
        // What is trusted is looked at all the same, by the limits built in.
        guard let site = read.site else {
            return read.problems + (try house.trust(limits: Limits()).configurationProblems)
        }
        let today = LawClock(fixed: now, offset: site.offset).now.day
        // What the page says of itself already is said once.
        let years = house.forgottenYears(of: site, on: today).filter { year in
            !read.problems.contains { ($0.file, $0.message) == (year.file, year.message) }
        }
        return read.problems + years + (try house.signatureProblems(of: site).found)
            + house.rosterProblems(of: site, on: today) + house.endingProblems(of: site, on: today)
            + house.procedureProblems(of: site)
    }

    /// Every incident that the ledger has, in order (Điều 9.2).
    package func troubles() throws -> [Trouble] {
        var turns: [Trouble.Turn] = []
        try ledger.forEachIncident { turns += [Trouble.Turn($0)].compactMap { $0 } }
        return Trouble.all(turns)
    }

    /// A row of `hoso list`.
    package struct Row: Sendable {
        package let fields: [String]
    }

    /// Hands over dossiers in the order of their codes, then what was refused before it got one.
    package func forEachRow(state: DossierState?, overdue: Bool, _ body: (Row) throws -> Void) throws {
        let register = try register().register
        var codes: [DossierCode] = []
        if overdue || state.map({ WaitingFor($0) != nil }) ?? false {
            try register.forEachOpen { dossier in
                guard state == nil || dossier.state == state, !overdue || dossier.isOverdue(at: now) else { return }
                codes.append(dossier.code)
            }
            codes.sort()
        } else {
            codes = register.codes()
        }
        for code in codes {
            guard let dossier = try register.dossier(code), state == nil || dossier.state == state else { continue }
            try body(row(dossier))
        }
        if !overdue, state == nil || state == .refused { try ledger.forEachRefusal { try body(row($0)) } }
    }

    /// The last codes that were given, in order.
    package func codes(last count: Int) throws -> [String] {
        try register().register.codes().suffix(count).map(\.description)
    }

    private func row(_ dossier: Dossier) -> Row {
        Row(fields: [
            dossier.code.description, dossier.receipt.submission, dossier.receipt.procedure,
            String(dossier.receipt.level), dossier.state.rawValue, dossier.certainDue?.description ?? "-",
            FindingCodes.list(dossier.shownFindings),
        ])
    }

    private func row(_ refusal: Refusal) -> Row {
        Row(fields: [
            "-", refusal.submission, refusal.procedure, String(refusal.level), "refused", "-",
            FindingCodes.list(refusal.findings),
        ])
    }
}
