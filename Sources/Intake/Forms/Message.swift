package import Dossiers
import Signatures

/// What an XML form package says: a new dossier, something that comes later for one, or something of its own.
package enum Message: Sendable, Equatable {
    case submission(Submission)
    case followUp(FollowUp)
    case feedback(FeedbackMessage)
    case yearlyReport(YearlyReportMessage)

    package var id: String {
        switch self {
        case .submission(let submission): submission.id
        case .followUp(let followUp): followUp.id
        case .feedback(let feedback): feedback.id
        case .yearlyReport(let report): report.id
        }
    }

    /// The root of the form that says it; `scan` for a lone scan.
    package var kind: String {
        switch self {
        case .submission: "submission"
        case .followUp(let followUp): followUp.content.kind
        case .feedback: "feedback"
        case .yearlyReport: "yearlyReport"
        }
    }

    /// The sender's own time, recorded but never counted by.
    package var sentAt: Moment? {
        switch self {
        case .submission(let submission): submission.submittedAt
        case .followUp(let followUp): followUp.at
        case .feedback(let feedback): feedback.at
        case .yearlyReport(let report): report.at
        }
    }

    /// Whether a time that the sender gives lies after `now`: recorded, and remarked on.
    package func isAhead(of now: Moment) -> Bool {
        if case .followUp(let followUp) = self { return followUp.isAhead(of: now) }
        return sentAt.map { $0 > now } ?? false
    }

    /// The attachments that it names, in the order in which they stand; of a lone scan, the scan.
    package var attachments: [DeclaredAttachment] {
        switch self {
        case .submission(let submission): submission.attachments
        case .feedback: []
        case .yearlyReport(let report): report.attachments
        case .followUp(let followUp):
            switch followUp.content {
            case .postalCopy(_, _, let attachments), .supplement(_, _, let attachments, _),
                .result(_, let attachments):
                attachments
            case .scan(let component, let file): [DeclaredAttachment(component: component, file: file)]
            case .payment, .withdrawal, .acknowledgement, .supplementRequest, .extension, .approval, .refusal,
                .collection:
                []
            }
        }
    }

    /// The same with what was found of the form's signatures, which the examination of a submission or a supplement looks at.
    func bearing(_ signatures: [SignatureReport]) -> Message {
        switch self {
        case .submission(var submission):
            submission.signatures = signatures
            return .submission(submission)
        case .followUp(var followUp):
            guard case .supplement(let account, let forms, let attachments, _) = followUp.content else { return self }
            followUp.content = .supplement(
                account: account, forms: forms, attachments: attachments, signatures: signatures)
            return .followUp(followUp)
        case .feedback, .yearlyReport: return self
        }
    }
}
