import Dossiers
import Files
import Pipeline

/// What holds for every command: which site, what time it is for law and ledger, who asks, and where the log goes.
struct Context {
    /// Where a package of a distribution keeps its site.
    private static let systemSite = "/etc/hoso"

    /// The site's folder: the one named, else the current one, else the system's where the current one is no site.
    let site: String
    let siteWasNamed: Bool
    /// Nil where the machine's clock holds.
    let now: Moment?
    let environment: [String: String]
    /// Who is at the keyboard, for the ledger.
    let caller: String
    let log: LogWriter
    /// The configuration is read for whom the site belongs to, and again by him.
    let memory = ConfigurationMemory()

    init(_ arguments: inout Arguments, environment: [String: String]) throws(UsageError) {
        let named = try arguments.value("--site") ?? Self.said("HOSO_SITE", environment)
        site = named ?? (!Self.isSite(".") && Self.isSite(Self.systemSite) ? Self.systemSite : ".")
        siteWasNamed = named != nil
        self.environment = environment
        caller = SystemUser.name(environment: environment)
        let format = try arguments.choice("--log-format", LogFormat.allCases)
        log = LogWriter(format: format ?? .detected(environment))
        guard let text = try arguments.value("--now") ?? Self.said("HOSO_NOW", environment) else {
            now = nil
            return
        }
        guard let moment = Moment(typed: text) else {
            throw UsageError(
                message: "--now takes a time with its offset such as 2026-11-23T08:15:00+07:00, not «\(text)»")
        }
        now = moment
    }

    /// A look at the site from outside; how far the reading of its ledger is shows on a terminal.
    func view() throws -> SiteView {
        let progress = Progress("reading the ledger")
        return try SiteView(site: site, now: now, remembering: memory, say: tell) { progress.reach($0, of: $1) }
    }

    /// Tells a person at the keyboard in plain words, and a journal in its own.
    func tell(_ event: LogEvent) {
        guard log.format == .plain else { return log(event) }
        Output.message(event.text.description)
    }

    /// Goes on as the user to whom the site's state belongs, where root called: a file of root's among the site's would keep
    /// the service from its work.
    func actAsOwner() throws {
        guard SystemUser.isRoot, let owner = try SiteFolders.stateOwner(of: site, remembering: memory),
            owner.user != SystemUser.number
        else {
            return
        }
        try SystemUser.become(user: owner.user, group: owner.group)
    }

    /// A variable of the environment; an empty one says nothing.
    static func said(_ name: String, _ environment: [String: String]) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func isSite(_ path: String) -> Bool { SystemUser.canRead(path + "/config/hoso.xml") }
}
