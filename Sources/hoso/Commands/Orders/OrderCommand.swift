import Dossiers
import Pipeline

/// A decision of a person of the office, which stands in the ledger with who and why.
protocol OrderCommand: Command {
    static var verb: Order.Verb { get }
    /// What the ledger says where nobody said why; nil where somebody must.
    static var usualReason: String? { get }
    /// Takes the options that the order has beside its reason.
    static func fill(_ order: inout Order, _ arguments: inout Arguments) throws(UsageError)
}

extension OrderCommand {
    static var usage: String { "\(name) CODE --reason TEXT" }
    static var options: [(String, String)] { [reasonOption] }
    static var touchesState: Bool { true }
    static var usualReason: String? { nil }
    static func fill(_ order: inout Order, _ arguments: inout Arguments) throws(UsageError) {}

    static var reasonOption: (String, String) { OrderGiver.reasonOption }

    /// Gives the order, and says what came of it.
    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        var order = Order(verb, reason: try OrderGiver.reason(&arguments, usual: usualReason), by: context.caller)
        try fill(&order, &arguments)
        if verb == .retry {
            let name = try arguments.required("the name of what lies in quarantine")
            guard try QuarantineTray(site: context.site).has(name) else {
                throw NoSuchInput(description: "«\(name)» does not lie in quarantine")
            }
            order.item = name
        } else {
            order.dossier = try arguments.code()
        }
        try finish(arguments)
        return try OrderGiver.give(order, context)
    }
}
