/// What an agency's refusal does (Điều 15.2), and what is given back (Điều 8.2c).
enum RefusalRuling {
    static func judge(_ refusal: AgencyRefusal, _ matter: Matter) -> Judgement {
        guard !refusal.reasons.isEmpty, refusal.reasons.allSatisfy(\.saysSomething) else { return .without(.noReason) }
        guard refusal.approvedBy.saysSomething else { return .without(.noApprover) }
        var events: [Event] = [.agencyRefused(refusal)]
        let payments = matter.dossier.payments
        if refusal.refund, !payments.isEmpty, matter.dossier.refund == nil {
            events.append(
                .refundOrdered(
                    RefundOrder(
                        amount: payments.reduce(0) { $0 + $1.amount }, references: payments.map(\.reference),
                        reason: refusal.reasons.joined(separator: " "), basis: "Điều 8.2c")))
        }
        return .effect(events)
    }
}
