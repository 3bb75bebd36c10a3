/// The citizen has the result (Điều 8.2).
package struct Collection: Sendable, Codable, Equatable {
    package let route: ResultDelivery
    /// The sender's own time; ours where it was delivered online.
    package let collectedAt: Moment
    /// At the counter: whether the declaration was signed there (Điều 7.1a).
    package var formSigned: Bool?
    /// At the counter: the components whose originals were compared (Điều 7.1a).
    package var originalsCompared: [String] = []
    /// By registered post.
    package var trackingNumber: String?
    /// By registered post: when the receipt was signed.
    package var signedReceiptOn: Moment?

    package init(route: ResultDelivery, collectedAt: Moment) {
        self.route = route
        self.collectedAt = collectedAt
    }
}
