import Dossiers

/// `hoso refund CODE [--reference REF] --amount VND --basis LAW --reason TEXT`.
enum RefundCommand: OrderCommand {
    static let name = "refund"
    static let summary = "orders money back beyond what the decree orders by itself"
    static let usage = "refund CODE [--reference REF] --amount VND --basis LAW --reason TEXT"
    static let options = [
        ("--reference REF", "of a payment that did not count, which goes back; without it, of what counted"),
        ("--amount VND", "no more than was paid and not ordered back"),
        ("--basis LAW", "the law that the refund rests on (Điều 8.2c)"),
        reasonOption,
    ]
    static let verb = Order.Verb.refund

    static func fill(_ order: inout Order, _ arguments: inout Arguments) throws(UsageError) {
        guard let amount = try arguments.number("--amount", in: 1...Int.max) else {
            throw UsageError(message: "--amount VND is expected, such as 200000")
        }
        guard let basis = try arguments.value("--basis"), basis.contains(where: \.isLetter) else {
            throw UsageError(message: "--basis LAW is expected: a refund by order rests on a law")
        }
        order.giveBack(amount, of: try arguments.value("--reference"), basis: basis)
    }
}
