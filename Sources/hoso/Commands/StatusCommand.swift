import Pipeline

/// `hoso status`.
enum StatusCommand: Command {
    static let name = "status"
    static let summary = "the state of the site: queues, oldest waiting, overdue, last runs"
    static let usage = "status"

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        try finish(arguments)
        Output.result(try SiteView(site: context.site, now: context.now).status())
        return .done
    }
}
