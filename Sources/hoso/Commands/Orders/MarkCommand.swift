import Dossiers

/// `hoso mark CODE --reason TEXT`.
enum MarkCommand: OrderCommand {
    static let name = "mark"
    static let summary = "marks a dossier as a suspected violation: kept with its evidence, out of the count"
    static let usage = "mark CODE [--clear] --reason TEXT"
    static let options = [("--clear", "takes the mark away"), reasonOption]
    static let notes = "No rule marks a dossier by itself, and a mark is no verdict (Điều 4.5, 17.4)."
    static let verb = Order.Verb.markViolation

    static func fill(_ order: inout Order, _ arguments: inout Arguments) throws(UsageError) {
        if arguments.flag("--clear") { order.verb = .clearViolation }
    }
}
