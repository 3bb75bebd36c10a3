import Dossiers
import Pipeline
import Publications

/// `hoso incident list`, `hoso incident acknowledge KIND`.
enum IncidentCommand: Command {
    static let name = "incident"
    static let summary = "what kept hoso from its work, since when; `acknowledge KIND` says that you have it in hand"
    static let touchesState = true
    static let usage = "incident list [--format text|tsv|json] | incident acknowledge KIND --reason TEXT"
    static let options = [("--format FORMAT", "text, tsv or json"), OrderGiver.reasonOption]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        switch try arguments.required("«list» or «acknowledge»") {
        case "list":
            let format = try arguments.format()
            try finish(arguments)
            var table = Table(columns: ["incident", "since", "acknowledged", "by", "over"])
            for trouble in try context.view().troubles() {
                table.add([
                    trouble.kind, trouble.from.description, trouble.acknowledgedAt?.description ?? "-",
                    trouble.acknowledgedBy ?? "-", trouble.to?.description ?? "-",
                ])
            }
            table.print(format)
            return .done
        case "acknowledge":
            let reason = try OrderGiver.reason(&arguments)
            let kind = try arguments.required("an incident's kind")
            try finish(arguments)
            return try OrderGiver.give(Order(.acknowledge, item: kind, reason: reason, by: context.caller), context)
        case let other:
            throw UsageError(message: "«list» or «acknowledge» expected, not «\(other)»")
        }
    }
}
