/// What was paid for a dossier, and what of it goes back; what did not count is kept apart from what did (Điều 8.2c).
extension Dossier {
    package var isPaid: Bool { !payments.isEmpty }

    /// What was ordered back so far of what counts, in VND.
    package var refunded: Int { refunds.reduce(0) { $0 + ($1.payment == nil ? $1.amount : 0) } }

    /// What counts and was not ordered back, in VND.
    package var refundable: Int { max(0, payments.reduce(0) { $0 + $1.amount } - refunded) }

    /// The payments that came and do not count; a reference that counts is the same money told again.
    package var uncounted: [PaymentReceipt] { withoutEffect.filter { !counts($0.reference) } }

    /// What is left of a payment that does not count, in VND.
    package func refundable(of payment: PaymentReceipt) -> Int {
        let back = refunds.reduce(0) { $0 + ($1.payment?.reference == payment.reference ? $1.amount : 0) }
        return max(0, payment.amount - back)
    }

    /// Whether a payment with this reference counts.
    package func counts(_ reference: String) -> Bool { payments.contains { $0.reference == reference } }

    /// Whether a payment that did not count was ordered back, whole or in part: it can count no more.
    func wentBack(_ reference: String) -> Bool { refunds.contains { $0.payment?.reference == reference } }

    /// Who gives back what an order names: the agency whose account it went to, else the one that leads.
    package func agency(givingBack order: RefundOrder) -> AgencyCode {
        let paid = order.payment ?? payments.first { order.references.contains($0.reference) }
        return paid?.agency ?? agency
    }

    mutating func keep(withoutEffect payment: PaymentReceipt) {
        if let index = withoutEffect.firstIndex(where: { $0.reference == payment.reference }) {
            withoutEffect[index] = payment
        } else {
            withoutEffect.append(payment)
        }
    }
}
