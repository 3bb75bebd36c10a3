import Pipeline
import Settings

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
        dossier tells its code and state, and nothing else of it. DIR may not lie in the site's Inbox, Outbox, State or config.
        """

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let folder = try arguments.required("a folder")
        try finish(arguments)
        let view = try context.view()
        try expectOutside(view.site.folders, context.site + "/config", folder)
        let outcome = try Publisher(view).publish(into: folder)
        Output.result(
            "\(outcome.dossiers) dossiers can be looked up in \(folder): \(outcome.written) files written, \(outcome.unchanged) unchanged, \(outcome.removed) removed."
        )
        return .done
    }

    /// Pages in the inbox would be taken in as a package, those in the outbox taken for what leaves, and those in config/ be
    /// where the office's own files are.
    private static func expectOutside(
        _ folders: Site.Folders, _ config: String, _ path: String
    ) throws(UsageError) {
        guard let place = PathBelow(path) else {
            throw UsageError(
                message: "«\(path)» leads back from a folder that is not there, or round: name the folder without «..»")
        }
        let taken = [
            ("Inbox", folders.inbox), ("Outbox", folders.outbox), ("State", folders.state), ("config", config),
        ]
        for (name, own) in taken where PathBelow(own).map(place.isIn) ?? false {
            throw UsageError(
                message: "«\(path)» lies in the site's \(name), which is hoso's: name a folder that a web server serves"
            )
        }
    }
}
