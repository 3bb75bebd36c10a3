import Dossiers

/// `hoso reroute CODE --to AGENCY --reason TEXT`.
enum RerouteCommand: OrderCommand {
    static let name = "reroute"
    static let summary = "gives a dossier to another agency, which gets it whole; the one that had it is told"
    static let usage = "reroute CODE --to AGENCY --reason TEXT"
    static let options = [("--to AGENCY", "the agency's code"), reasonOption]
    static let verb = Order.Verb.reroute

    static func fill(_ order: inout Order, _ arguments: inout Arguments) throws(UsageError) {
        guard let agency = try arguments.agency("--to") else { throw UsageError(message: "--to AGENCY is expected") }
        order.to = agency
    }
}
