import Dossiers

/// `hoso refund CODE --amount VND --basis LAW --reason TEXT`.
enum RefundCommand: Command {
    static let name = "refund"
    static let summary = "orders money back beyond what the decree orders by itself"
    static let touchesState = true
    static let usage = "refund CODE --amount VND --basis LAW --reason TEXT"
    static let options = [
        ("--amount VND", "no more than was paid"), ("--basis LAW", "the law that the refund rests on (Điều 8.2c)"),
        OrderGiver.reasonOption,
    ]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let reason = try OrderGiver.reason(&arguments)
        guard let text = try arguments.value("--amount"), let amount = Int(text), amount > 0 else {
            throw UsageError(message: "--amount VND is expected, such as 200000")
        }
        guard let basis = try arguments.value("--basis"), basis.contains(where: \.isLetter) else {
            throw UsageError(message: "--basis LAW is expected: a refund by order rests on a law")
        }
        let code = try arguments.code(arguments.required("a dossier's code"))
        try finish(arguments)
        var order = Order(.refund, dossier: code, reason: reason, by: context.caller)
        order.amount = amount
        order.basis = basis
        return try OrderGiver.give(order, context)
    }
}
