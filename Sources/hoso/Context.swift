import Dossiers

/// What holds for every command: which site, and what time it is for law and ledger.
struct Context {
    /// The site's folder; the current one unless said.
    let site: String
    let siteWasNamed: Bool
    /// Nil where the machine's clock holds.
    let now: Moment?
    let environment: [String: String]

    init(_ arguments: inout Arguments, environment: [String: String]) throws(UsageError) {
        let named = try arguments.value("--site") ?? environment["HOSO_SITE"]
        site = named ?? "."
        siteWasNamed = named != nil
        self.environment = environment
        guard let text = try arguments.value("--now") ?? environment["HOSO_NOW"] else {
            now = nil
            return
        }
        guard let moment = Moment(text) else {
            throw UsageError(
                message: "--now takes a time with its offset such as 2026-11-23T08:15:00+07:00, not «\(text)»")
        }
        now = moment
    }
}
