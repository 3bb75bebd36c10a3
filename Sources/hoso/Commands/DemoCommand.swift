import Pipeline

/// `hoso demo [DIR]`.
enum DemoCommand: Command {
    static let name = "demo"
    static let summary =
        "makes a site, drops sample dossiers of every kind into it, runs them through, says where to look"
    static let usage = "demo [DIR]"

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let folder = arguments.word() ?? "hoso-demo"
        try finish(arguments)
        let demo = try Demo(folder: folder)
        var table = Table(columns: ["dropped", "what it is", "state", "code", "why"])
        for row in try demo.run(now: context.now, reading: .own, context.log.callAsFunction) { table.add(row.fields) }
        Output.result(table.text(.text))
        Output.result("")
        Output.result(demo.whereToLook)
        return .done
    }
}
