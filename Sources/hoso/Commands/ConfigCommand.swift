import Pipeline
import Settings

/// `hoso config check`.
enum ConfigCommand: Command {
    static let name = "config"
    static let summary = "`check` prints every mistake in the configuration, with file and line"
    static let usage = "config check"

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        try arguments.word(of: "check")
        try finish(arguments)
        let problems = try SiteView.problems(site: context.site, now: context.now)
        for problem in problems { Output.result(problem.description) }
        guard problems.allSatisfy(\.isWarning) else { return .configuration }
        if problems.isEmpty { Output.result("The configuration holds no mistake.") }
        return .done
    }
}
