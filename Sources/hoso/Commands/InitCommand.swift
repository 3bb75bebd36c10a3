import Pipeline

/// `hoso init DIR`.
enum InitCommand: Command {
    static let name = "init"
    static let summary = "makes a new site with a sample configuration that runs"
    static let usage = "init DIR"

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let folder = try arguments.required("the new site's folder")
        try finish(arguments)
        try NewSite.make(at: folder)
        Output.result(
            "A new site lies in \(folder). Its procedures, agencies and accounts are samples: change config/, then")
        Output.result("  hoso --site \(folder) config check")
        Output.result("  hoso --site \(folder) run")
        return .done
    }
}
