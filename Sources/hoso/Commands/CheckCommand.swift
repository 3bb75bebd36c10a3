import Dossiers
import Glibc
import Files
import Pipeline
import Publications
import Signatures

/// `hoso check FILE…`.
enum CheckCommand: Command {
    static let name = "check"
    static let summary = "what intake would say of a package or a file, and what its signatures are worth"
    static let usage =
        "check [--trust DIR] [--format text|json|etsi] [--lang en|vi] FILE… | check --watch DIR …"
    static let options = [
        ("--trust DIR", "anchors (*.pem), revocation lists (*.crl) and intermediates/*.pem; the site's unless said"),
        ("--format FORMAT", "text, json, or etsi (also xml): a validation report by ETSI TS 119 102-2"),
        ("--lang LANG", "en or vi: the language of text and of the validation report"),
        ("--watch DIR", "says it of everything that appears or changes in a folder, until interrupted"),
    ]
    static let notes = """
        Without --site a package is judged by its form and its files alone. Ends with 1 where there is a finding, with 66 where a
        file is not there; the others are judged all the same. With --format json one object a file is printed, one a line, each
        as soon as it is known. What would go to quarantine has one finding of severity quarantine, its code the reason; the
        codes of all others stand in hoso-formats(5). Without anchors no signature is trusted.
        """

    private enum Format: String, CaseIterable { case text, json, etsi, xml }

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let format = try arguments.choice("--format", Format.allCases) ?? .text
        let language = try arguments.choice("--lang", SignatureSheet.Language.allCases) ?? .english
        let trust = try arguments.value("--trust")
        let watched = try arguments.value("--watch")
        let files = arguments.rest()
        try finish(arguments)
        for folder in [trust, watched].compactMap({ $0 }) { try NoSuchInput.expectFolder(folder) }
        let checker = try Checker(
            site: context.siteWasNamed ? context.site : nil, trust: trust, now: context.now, say: context.tell)
        for problem in checker.trustProblems { Output.message("\(problem.file): \(problem.message)") }
        func say(_ report: Checker.Report) {
            switch format {
            case .text: Output.result(CheckText.plain(report, language, now: checker.now))
            case .json: Output.result(CheckText.json(report, offset: checker.now.offset))
            case .etsi, .xml: Output.result(CheckText.etsi(report, language, now: checker.now))
            }
        }
        if let watched {
            guard files.isEmpty else { throw UsageError(message: "--watch takes one folder and no further files") }
            return try watch(watched, checker, say)
        }
        guard !files.isEmpty else { throw UsageError(message: "a file or folder to check is expected") }
        var code = ExitCode.done
        for file in files {
            guard let report = try checker.check(file) else {
                Output.message("\(TerminalText("«\(file)» is not there"))")
                code = .noInput
                continue
            }
            say(report)
            if !report.isClean, code == .done { code = .attention }
        }
        return code
    }

    private static func watch(
        _ path: String, _ checker: Checker, _ say: (Checker.Report) -> Void
    ) throws -> ExitCode {
        let watcher = try Watcher(signals: [SIGINT, SIGTERM])
        var watch = FolderWatch(path)
        // Hints make it prompt; a look every half second makes it sure, also in folders within.
        if Watcher.canWatch(path) { try watcher.watch(path) }
        while true {
            for name in try watch.settled() {
                guard let report = try checker.check("\(path)/\(name)") else { continue }
                say(report)
            }
            guard try watcher.wait(milliseconds: 500).signals.isEmpty, Output.lost == nil else { return .done }
        }
    }
}
