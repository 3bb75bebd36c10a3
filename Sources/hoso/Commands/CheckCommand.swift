import Glibc
import Files
import Pipeline

/// `hoso check FILE…`.
enum CheckCommand: Command {
    static let name = "check"
    static let summary = "what intake would say of a package, without taking it in"
    static let usage = "check [--format text|json] FILE… | check --watch DIR [--format text|json]"
    static let options = [
        ("--format FORMAT", "text or json"),
        ("--watch DIR", "says it of everything that appears or changes in a folder, until interrupted"),
    ]
    static let notes = """
        Without --site a package is judged by its form and its files alone. Ends with 1 where there is a finding. With --format
        json one object a file is printed, one a line, each as soon as it is known.
        """

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let format = try arguments.format()
        let watched = try arguments.value("--watch")
        let files = arguments.rest()
        try finish(arguments)
        let checker = try Checker(site: context.siteWasNamed ? context.site : nil, now: context.now)
        if let watched {
            guard files.isEmpty else { throw UsageError(message: "--watch takes one folder and no further files") }
            return try watch(watched, checker, format)
        }
        guard !files.isEmpty else { throw UsageError(message: "a file or folder to check is expected") }
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

    private static func watch(_ path: String, _ checker: Checker, _ format: OutputFormat) throws -> ExitCode {
        let watcher = try Watcher(signals: [SIGINT, SIGTERM])
        var watch = FolderWatch(path)
        // Hints make it prompt; a look every half second makes it sure, also in folders within.
        if Watcher.canWatch(path) { try watcher.watch(path) }
        while true {
            for name in try watch.settled() {
                guard let report = try checker.check("\(path)/\(name)") else { continue }
                Output.result(format == .json ? CheckText.json(report) : CheckText.plain(report))
            }
            guard try watcher.wait(milliseconds: 500).signals.isEmpty else { return .done }
        }
    }
}
