import Dossiers
import Files
import Pipeline
import Settings

/// `hoso new submission --procedure CODE DIR`.
enum NewCommand: Command {
    static let name = "new"
    static let summary = "`submission` makes a package to begin with: a form and a page for each attachment"
    static let usage = "new submission --procedure CODE [--level N] [--account ACCOUNT] DIR"
    static let options = [
        ("--procedure CODE", "a procedure of the site named with --site, else of the sample's"),
        ("--level N", "2, 3 or 4; the highest offered unless said"),
        ("--account ACCOUNT", "the submitter's; a sample's unless said"),
    ]
    static let notes = """
        At level 4 the form says size and sha256 of each paper, since its signature is to cover them: change them with the papers,
        then sign it. It comes unsigned; hoso check says what that means.
        """

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        guard let code = try arguments.value("--procedure") else {
            throw UsageError(message: "--procedure CODE is expected, such as --procedure 1.004269")
        }
        let level = try arguments.number("--level", in: 2...4)
        let account = try arguments.value("--account")
        if let account, !Accounts.isIdentifier(account) {
            throw UsageError(message: "--account takes \(Accounts.identifier), not «\(account)»")
        }
        try arguments.word(of: "submission")
        let folder = try arguments.required("the package's folder")
        try finish(arguments)
        let now = context.now ?? Moment(seconds: MachineClock.realtime().seconds, offset: 7 * 3600)
        guard
            let skeleton = try Skeleton(
                site: context.siteWasNamed ? context.site : nil, procedure: code, account: account, at: now)
        else { throw NoSuchInput(description: "no procedure has the code \(code)") }
        if let level, level > skeleton.level {
            throw UsageError(message: "--level \(level): procedure \(code) is offered up to level \(skeleton.level)")
        }
        let files = try skeleton.write(to: folder, level: level ?? skeleton.level)
        Output.result("\(folder)/ holds \(files.joined(separator: ", ")). Fill in hoso.xml, put real papers in, then")
        Output.result("  hoso check \(folder)")
        return .done
    }
}
