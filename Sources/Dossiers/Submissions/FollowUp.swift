/// What arrives later for a dossier that has its code.
package struct FollowUp: Sendable, Equatable, Codable {
    package enum Content: Sendable, Equatable, Codable {
        case postalCopy(trackingNumber: String, receivedAt: Moment, attachments: [DeclaredAttachment])
        /// `amount` in VND; `channel` is `online`, `post`, `bank` or `counter`.
        case payment(amount: Int, paidAt: Moment, channel: String, reference: String, payee: String?)
        case acknowledgement
        /// A scan alone, whose name begins with the dossier's code.
        case scan(component: String, file: String)

        /// The root of the form that says it; `scan` for a lone scan.
        package var kind: String {
            switch self {
            case .postalCopy: "postalCopy"
            case .payment: "payment"
            case .acknowledgement: "acknowledgement"
            case .scan: "scan"
            }
        }
    }

    /// Names the message for good, as a submission's id does; for a lone scan, its digest.
    package let id: String
    package let dossier: DossierCode
    /// The sender's own time, recorded but never counted by.
    package let at: Moment?
    package let content: Content

    package init(id: String, dossier: DossierCode, at: Moment?, content: Content) {
        self.id = id
        self.dossier = dossier
        self.at = at
        self.content = content
    }
}
