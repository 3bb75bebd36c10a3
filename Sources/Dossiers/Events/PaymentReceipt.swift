/// A payment that was put to a dossier.
package struct PaymentReceipt: Sendable, Codable, Equatable {
    /// The id of the message that brought it.
    package let message: String
    /// In VND.
    package let amount: Int
    /// The sender's own time.
    package let paidAt: Moment
    package let channel: String
    package let reference: String
    /// Whose account it went to, else who led the dossier when it came; nil where nobody's is known, and in ledgers of before.
    package var agency: AgencyCode?

    package init(message: String, amount: Int, paidAt: Moment, channel: String, reference: String) {
        self.message = message
        self.amount = amount
        self.paidAt = paidAt
        self.channel = channel
        self.reference = reference
    }
}
