import Pipeline

/// `hoso publish`.
enum PublishCommand: Command {
    static let name = "publish"
    static let summary = "a site for citizens in Vietnamese and English: procedures, guide, tracking by code, figures"
    static let touchesState = true
    static let usage = "publish DIR"
    static let notes = """
        DIR is what a web server serves: plain pages without a script. Run it after each nightly run, or as often as states are
        to be fresh. Each file is changed by one rename, and only where it differs, so that every page is whole at every moment;
        pages whose dossier ended more than a year ago go. The same ledger and configuration give the same bytes. A page of a
        dossier tells its code and state, and nothing else of it.
        """

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let folder = try arguments.required("a folder")
        try finish(arguments)
        let outcome = try Publisher(context.view()).publish(into: folder)
        Output.result(
            "\(outcome.dossiers) dossiers can be looked up in \(folder): \(outcome.written) files written, \(outcome.unchanged) unchanged, \(outcome.removed) removed."
        )
        return .done
    }
}
