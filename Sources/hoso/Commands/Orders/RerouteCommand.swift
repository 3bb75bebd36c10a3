import Dossiers

/// `hoso reroute CODE --to AGENCY --reason TEXT`.
enum RerouteCommand: Command {
    static let name = "reroute"
    static let summary = "gives a dossier to another agency, which gets it whole"
    static let touchesState = true
    static let usage = "reroute CODE --to AGENCY --reason TEXT"
    static let options = [("--to AGENCY", "the agency's code"), OrderGiver.reasonOption]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let reason = try OrderGiver.reason(&arguments)
        guard let agency = try arguments.agency("--to") else { throw UsageError(message: "--to AGENCY is expected") }
        let code = try arguments.code(arguments.required("a dossier's code"))
        try finish(arguments)
        return try OrderGiver.give(
            Order(.reroute, dossier: code, to: agency, reason: reason, by: context.caller), context)
    }
}
