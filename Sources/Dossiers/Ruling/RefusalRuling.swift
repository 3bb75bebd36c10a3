/// What an agency's refusal does (Điều 15.2), and what is given back (Điều 8.2c).
enum RefusalRuling {
    static func judge(_ refusal: AgencyRefusal, _ matter: Matter) -> Judgement {
        guard !refusal.reasons.isEmpty, refusal.reasons.allSatisfy(\.saysSomething) else { return .without(.noReason) }
        guard refusal.approvedBy.saysSomething else { return .without(.noApprover) }
        var events: [Event] = [.agencyRefused(refusal)]
        let dossier = matter.dossier
        if refusal.refund, dossier.refundable > 0 {
            events.append(
                .refundOrdered(
                    RefundOrder(
                        amount: dossier.refundable, references: dossier.payments.map(\.reference),
                        reason: refusal.reasons.joined(separator: "; "), basis: "Điều 8.2c")))
        }
        return .effect(events)
    }
}
