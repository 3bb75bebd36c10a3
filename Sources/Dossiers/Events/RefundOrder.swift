/// An order to give money back (Điều 8.2c).
package struct RefundOrder: Sendable, Codable, Equatable {
    /// In VND.
    package let amount: Int
    /// The references of the payments that it gives back.
    package let references: [String]
    package let reason: String
    /// The article that it rests on, or the basis that a person named.
    package let basis: String
    /// The payment that it gives back, of one that did not count; nil where it gives back what counted.
    package let payment: PaymentReceipt?

    package init(
        amount: Int, references: [String], reason: String, basis: String, payment: PaymentReceipt? = nil
    ) {
        self.amount = amount
        self.references = references
        self.reason = reason
        self.basis = basis
        self.payment = payment
    }

    /// Whether it orders the same as another; what later messages said of the payment makes no difference.
    func orders(_ other: RefundOrder) -> Bool {
        amount == other.amount && references == other.references && reason == other.reason && basis == other.basis
    }
}
