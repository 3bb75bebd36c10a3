import Dossiers
import Files
import Pipeline

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
    static let notes = "At level 4 the form comes unsigned: sign it, or see what hoso check says of it as it is."

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        guard let code = try arguments.value("--procedure") else {
            throw UsageError(message: "--procedure CODE is expected, such as --procedure 1.004269")
        }
        let level = try arguments.value("--level")
        let account = try arguments.value("--account")
        let word = try arguments.required("«submission»")
        guard word == "submission" else { throw UsageError(message: "«submission» expected, not «\(word)»") }
        let folder = try arguments.required("the package's folder")
        try finish(arguments)
        let today = (context.now ?? Moment(seconds: MachineClock.realtime().seconds, offset: 7 * 3600)).day
        guard
            let skeleton = try Skeleton(
                site: context.siteWasNamed ? context.site : nil, procedure: code, account: account, on: today)
        else { throw NoSuchInput(description: "no procedure has the code \(code)") }
        guard let level = level.map({ Int($0) }) ?? skeleton.level, (2...4).contains(level) else {
            throw UsageError(message: "--level takes 2, 3 or 4")
        }
        let files = try skeleton.write(to: folder, level: level)
        Output.result("\(folder)/ holds \(files.joined(separator: ", ")). Fill in hoso.xml, put real papers in, then")
        Output.result("  hoso check \(folder)")
        return .done
    }
}
