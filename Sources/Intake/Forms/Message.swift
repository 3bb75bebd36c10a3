package import Dossiers
import Signatures

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

    /// The same with what was found of the form's signatures, which the examination of a submission looks at.
    func bearing(_ signatures: [SignatureReport]) -> Message {
        guard case .submission(var submission) = self else { return self }
        submission.signatures = signatures
        return .submission(submission)
    }
}
