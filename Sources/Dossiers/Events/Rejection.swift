package import Bytes

/// A message that takes no effect, with a stable reason: answered, never dropped (Điều 4.1).
package struct Rejection: Sendable, Codable, Equatable {
    /// The message's id.
    package let message: String
    /// The root of its form, such as `payment`.
    package let kind: String
    /// The inbox folder that it came by.
    package let channel: String
    /// A word of `RejectionReason`.
    package let reason: String
    /// What the reason is about, such as the component whose original was not compared or the amount that is due.
    package var detail: String?
    /// What was paid, of a payment for a dossier: it can be given back; nil of anything else, and in ledgers of before.
    package var payment: PaymentReceipt?
    /// What came under an id that stands for other content; nil for any other reason, and in ledgers of before.
    package var content: Digest?

    /// Whether nothing shows that it came from the one who submitted the dossier; nil in ledgers of before, and where that is no
    /// question.
    package var fromStranger: Bool?

    /// The agency whose folder it came by; nil for any other folder.
    package var agency: AgencyCode? {
        let prefix = "agencies/"
        return channel.hasPrefix(prefix) ? AgencyCode(String(channel.dropFirst(prefix.count))) : nil
    }

    /// Whether it may have come from anybody.
    package var isFromStranger: Bool { fromStranger ?? (reason == RejectionReason.otherAccount.rawValue) }

    package init(
        message: String, kind: String, channel: String, reason: RejectionReason, detail: String? = nil,
        payment: PaymentReceipt? = nil, content: Digest? = nil, fromStranger: Bool? = nil
    ) {
        self.message = message
        self.kind = kind
        self.channel = channel
        self.reason = reason.rawValue
        self.detail = detail
        self.payment = payment
        self.content = content
        self.fromStranger = fromStranger
    }
}
