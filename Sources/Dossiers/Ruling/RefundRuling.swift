/// What a person's order to give money back does, on a law that says so: «trừ trường hợp pháp luật quy định khác» (Điều 8.2c).
enum RefundRuling {
    /// No more in all than was paid: of what counted, or of the one payment that did not count and is named.
    static func rule(_ order: Order, _ dossier: Dossier) -> OrderRuling.Ruling {
        guard let reference = order.reference else {
            return order.verb == .refund
                ? ofWhatCounts(order, dossier)
                : .refused("the reference of the payment that goes back is needed: hoso show \(dossier.code) names it")
        }
        guard let payment = dossier.uncounted.first(where: { $0.reference == reference }) else {
            return .refused(unknown(reference, dossier))
        }
        let rest = dossier.refundable(of: payment)
        let back = RefundOrder(
            amount: order.amount ?? 0, references: [reference], reason: order.reason, basis: order.basis ?? "",
            payment: payment)
        return rule(back, dossier, rest: rest, already: payment.amount - rest, of: "that payment of \(dossier.code)")
    }

    private static func ofWhatCounts(_ order: Order, _ dossier: Dossier) -> OrderRuling.Ruling {
        guard dossier.isPaid else {
            let others = dossier.uncounted.isEmpty ? "" : " that counts: what did not goes back with --reference"
            return .refused("nothing was paid for \(dossier.code)\(others)")
        }
        let back = RefundOrder(
            amount: order.amount ?? 0, references: dossier.payments.map(\.reference), reason: order.reason,
            basis: order.basis ?? "")
        return rule(back, dossier, rest: dossier.refundable, already: dossier.refunded, of: "\(dossier.code)")
    }

    private static func rule(
        _ back: RefundOrder, _ dossier: Dossier, rest: Int, already: Int, of what: String
    ) -> OrderRuling.Ruling {
        let told = "\(already) VND are ordered back for \(what) already"
        guard rest > 0 else { return .refused(told) }
        guard (1...rest).contains(back.amount) else {
            let paid = already == 0 ? "which was paid, is needed" : "is needed: \(told)"
            return .refused("an amount from 1 to \(rest) VND, \(paid)")
        }
        guard back.basis.saysSomething else {
            return .refused("a refund by order needs the law that it rests on")
        }
        // A command given twice by mistake gives no money twice.
        guard !dossier.refunds.contains(where: back.orders) else {
            return .refused("the same was ordered for \(dossier.code) already; once more it needs a reason of its own")
        }
        return .events([.refundOrdered(back)])
    }

    /// The answer stands in the log too, and what a reference says is whoever paid's: it names none.
    private static func unknown(_ reference: String, _ dossier: Dossier) -> String {
        guard !dossier.counts(reference) else {
            return "that payment of \(dossier.code) counted: it goes back without --reference"
        }
        return
            "no payment of that reference came for \(dossier.code) and did not count: hoso show names those that did; "
            + "one that came before this version is known once its file is dropped again"
    }
}
