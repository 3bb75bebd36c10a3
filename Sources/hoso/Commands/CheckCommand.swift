import Pipeline

/// `hoso check FILE…`.
enum CheckCommand: Command {
    static let name = "check"
    static let summary = "what intake would say of a package, without taking it in"
    static let usage = "check [--format text|json] FILE…"
    static let options = [("--format FORMAT", "text or json")]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let format = try arguments.format()
        let files = arguments.rest()
        try finish(arguments)
        guard !files.isEmpty else { throw UsageError(message: "a file or folder to check is expected") }
        let checker = try Checker(site: context.siteWasNamed ? context.site : nil, now: context.now)
        var clean = true
        for file in files {
            guard let report = try checker.check(file) else {
                throw NoSuchInput(description: "«\(file)» is not there")
            }
            Output.result(format == .json ? CheckText.json(report) : CheckText.plain(report))
            clean = clean && report.isClean
        }
        return clean ? .done : .attention
    }
}
