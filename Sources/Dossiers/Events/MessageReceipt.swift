package import Bytes

/// A message that came later, for a dossier or of its own: kept with its content, so that it takes effect once.
package struct MessageReceipt: Sendable, Codable, Equatable {
    /// As its form names it.
    package let id: String
    /// The root of its form, such as `payment`; `scan` for a lone scan.
    package let kind: String
    /// The inbox folder that it came by.
    package let channel: String
    /// Of the form's bytes and the attachments' digests, however they were packed.
    package let content: Digest
    /// The sender's own time, recorded but never counted by.
    package let sentAt: Moment?

    package init(id: String, kind: String, channel: String, content: Digest, sentAt: Moment?) {
        self.id = id
        self.kind = kind
        self.channel = channel
        self.content = content
        self.sentAt = sentAt
    }
}
