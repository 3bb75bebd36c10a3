import Dossiers
import Ledgers
import Pipeline

/// `hoso unmatched list` and `hoso unmatched join NAME --to CODE --component COMPONENT --reason TEXT`.
enum UnmatchedCommand: Command {
    static let name = "unmatched"
    static let summary = "files that belong to no dossier, and why; `join NAME` puts one to its dossier"
    static let touchesState = true
    static let usage =
        "unmatched list [--format text|tsv|json] | unmatched join NAME --to CODE --component COMPONENT --reason TEXT"
    static let options = [
        ("--format FORMAT", "text, tsv or json"), ("--to CODE", "the dossier's code"),
        ("--component COMPONENT", "the component of the procedure that the file is a paper of"),
        OrderGiver.reasonOption,
    ]
    static let notes = """
        It counts as a supplement that is the office's own act: the dossier is examined anew, and the citizen is told. A certified
        copy that is waited for needs who certified it, and comes as a postalCopy.
        """

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        if try arguments.word(of: "list", "join") == "join" { return try join(&arguments, context) }
        let format = try arguments.format()
        try finish(arguments)
        var table = Table(columns: ["name"] + StrayNote.words + ["reason"])
        for item in try UnmatchedTray(site: context.site, say: context.tell).items() {
            table.add([item.name] + StrayNote.words.map { item.note.facts[$0] ?? "-" } + [item.note.reason])
        }
        table.print(format)
        return .done
    }

    private static func join(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        var order = Order(.join, reason: try OrderGiver.reason(&arguments), by: context.caller)
        guard let code = try arguments.dossier("--to") else { throw UsageError(message: "--to CODE is expected") }
        guard let component = try arguments.value("--component") else {
            throw UsageError(message: "--component COMPONENT is expected, such as CCCD")
        }
        let name = try arguments.required("the name of what lies in State/unmatched")
        try finish(arguments)
        guard try UnmatchedTray(site: context.site).has(name) else {
            throw NoSuchInput(description: "«\(name)» does not lie in State/unmatched")
        }
        (order.item, order.dossier, order.component) = (name, code, component)
        return try OrderGiver.give(order, context)
    }
}
