package import Signatures

/// What arrives later for a dossier that has its code.
package struct FollowUp: Sendable, Equatable {
    package enum Content: Sendable, Equatable {
        case postalCopy(trackingNumber: String, receivedAt: Moment, attachments: [DeclaredAttachment])
        /// `amount` in VND; `channel` is `online`, `post`, `bank` or `counter`.
        case payment(amount: Int, paidAt: Moment, channel: String, reference: String, payee: String?)
        /// A scan alone, whose name begins with the dossier's code.
        case scan(component: String, file: String)
        case supplement(
            account: PersonalText?, forms: [String], attachments: [DeclaredAttachment], signatures: [SignatureReport])
        case withdrawal(account: PersonalText?, reason: PersonalText?)
        case acknowledgement
        case supplementRequest(reasons: [String], components: [String], approvedBy: String)
        case `extension`(reason: String, newDate: MomentOrDay, approvedBy: String)
        /// Releases an apology that was drafted here.
        case approval(approvedBy: String)
        case refusal(reasons: [String], approvedBy: String, refund: Bool)
        case result(approvedBy: String, attachments: [DeclaredAttachment])
        case collection(Handover)

        /// The root of the form that says it; `scan` for a lone scan.
        package var kind: String {
            switch self {
            case .postalCopy: "postalCopy"
            case .payment: "payment"
            case .scan: "scan"
            case .supplement: "supplement"
            case .withdrawal: "withdrawal"
            case .acknowledgement: "acknowledgement"
            case .supplementRequest: "supplementRequest"
            case .extension: "extension"
            case .approval: "approval"
            case .refusal: "refusal"
            case .result: "result"
            case .collection: "collection"
            }
        }

        /// Whether anybody could have sent it who has an account, or none, and not that of a dossier; nil where only the office, the post
        /// or an agency can.
        package func isFromStranger(to dossier: Dossier) -> Bool? {
            switch self {
            case .supplement(let account, _, _, _), .withdrawal(let account, _):
                account == nil || account != dossier.receipt.submitter.account
            default: nil
            }
        }

        /// Whether its files are the citizen's, and what is wrong with them is found.
        package var isExamined: Bool { if case .supplement = self { true } else { false } }

        /// Whether only an agency's folder may say it.
        package var comesFromAgency: Bool {
            switch self {
            case .acknowledgement, .supplementRequest, .extension, .approval, .refusal, .result, .collection: true
            case .postalCopy, .payment, .scan, .supplement, .withdrawal: false
            }
        }
    }

    /// What the counter or the post says of a result that it handed over.
    package struct Handover: Sendable, Equatable {
        package var collectedAt: Moment?
        package var formSigned: Bool?
        /// The components whose originals were compared and found the same.
        package var originalsCompared: Set<String> = []
        package var trackingNumber: String?
        package var signedReceiptOn: MomentOrDay?

        package init() {}
    }

    /// Names the message for good, as a submission's id does; for a lone scan, its digest.
    package let id: String
    package let dossier: DossierCode
    /// The sender's own time, recorded but never counted by.
    package let at: Moment?
    package var content: Content
    /// The fields of each form of a supplement that are ticked, by its component.
    package var ticked: [String: Set<String>] = [:]

    package init(id: String, dossier: DossierCode, at: Moment?, content: Content) {
        self.id = id
        self.dossier = dossier
        self.at = at
        self.content = content
    }

    /// What was paid, where it tells of a payment.
    var payment: PaymentReceipt? {
        guard case .payment(let amount, let paidAt, let channel, let reference, _) = content else { return nil }
        return PaymentReceipt(message: id, amount: amount, paidAt: paidAt, channel: channel, reference: reference)
    }

    /// Whether a time that the sender gives lies after `now`.
    package func isAhead(of now: Moment) -> Bool {
        let told: [Moment?] =
            switch content {
            case .payment(_, let paidAt, _, _, _): [paidAt]
            case .postalCopy(_, let receivedAt, let attachments):
                [receivedAt] + attachments.map { $0.certifiedOn.map { MomentOrDay.day($0).start(offset: now.offset) } }
            case .collection(let handover):
                [handover.collectedAt, handover.signedReceiptOn?.start(offset: now.offset)]
            default: []
            }
        return (told + [at]).contains { $0.map { $0 > now } ?? false }
    }
}
