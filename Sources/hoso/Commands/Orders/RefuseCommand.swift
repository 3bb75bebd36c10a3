import Dossiers

/// `hoso refuse CODE --approved-by NAME --reason TEXT`.
enum RefuseCommand: OrderCommand {
    static let name = "refuse"
    static let summary = "ends a held dossier that was never handed over with a letter of refusal"
    static let usage = "refuse CODE --approved-by NAME --reason TEXT"
    static let options = [
        ("--approved-by NAME", "the leader who approved it (Điều 15.2)"),
        ("--reason TEXT", "why, in Vietnamese: the citizen reads it; stands in the ledger with your name"),
    ]
    static let notes = "What was paid is ordered back (Điều 8.2c). What an agency has, that agency refuses."
    static let verb = Order.Verb.refuse

    static func fill(_ order: inout Order, _ arguments: inout Arguments) throws(UsageError) {
        guard let name = try arguments.value("--approved-by"), name.contains(where: \.isLetter) else {
            throw UsageError(message: "--approved-by NAME is expected: no refusal leaves without its approver")
        }
        order.approvedBy = name
    }
}
