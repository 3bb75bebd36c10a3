/// A payment that was put to a dossier.
package struct PaymentReceipt: Sendable, Codable, Equatable {
    /// In VND.
    package let amount: Int
    /// The sender's own time.
    package let paidAt: Moment
    package let channel: String
    package let reference: String

    package init(amount: Int, paidAt: Moment, channel: String, reference: String) {
        self.amount = amount
        self.paidAt = paidAt
        self.channel = channel
        self.reference = reference
    }
}
