package import Dossiers

/// What an XML form package says: a new dossier, or something that comes later for one.
package enum Message: Sendable, Equatable, Codable {
    case submission(Submission)
    case followUp(FollowUp)

    package var id: String {
        switch self {
        case .submission(let submission): submission.id
        case .followUp(let followUp): followUp.id
        }
    }

    /// The attachments that it names, in the order in which they stand.
    package var attachments: [DeclaredAttachment] {
        switch self {
        case .submission(let submission): submission.attachments
        case .followUp(let followUp):
            switch followUp.content {
            case .postalCopy(_, _, let attachments): attachments
            case .payment, .acknowledgement, .scan: []
            }
        }
    }
}
