import Dossiers

/// `hoso withdraw CODE --reason TEXT`.
enum WithdrawCommand: OrderCommand {
    static let name = "withdraw"
    static let summary = "takes a dossier back for its citizen, who asks for it at the counter"
    static let notes =
        "What a withdrawal by message does: it is told to the citizen and to the agencies that have the dossier, and what was "
        + "paid does not go back by itself. Look at who asks before; a dossier that has its result is not taken back."
    static let verb = Order.Verb.withdraw
}
