/// The letters that hoso writes.
package enum NoticeKind: String, Sendable, CaseIterable {
    /// To whom a letter goes.
    package enum Audience: Sendable { case citizen, agency, staff }

    /// The appointment (Điều 14.3).
    case receipt
    /// Every fault and how to mend it, of intake's (Điều 14.2) or of the agency's (Điều 15.2).
    case supplement
    /// Certified copies by post (Điều 7.2a).
    case postal
    /// How to pay (Điều 7.2b).
    case payment
    /// Why the submission cannot be taken in.
    case refusal
    /// A ministry's own procedure was handed on (Điều 2.2).
    case forwarded
    /// What was paid arrived.
    case paid
    /// Papers that were added arrived.
    case supplemented
    /// The clock runs again, to a new date.
    case resumed
    /// A person looks at it before it is taken in, and why that is (Điều 4.6).
    case held
    /// Another agency leads from now on.
    case rerouted
    /// A changed calendar moved the appointment to another day.
    case rescheduled
    /// An apology with the new date (Điều 15.1).
    case apology
    /// The agency cannot do what is asked for, and why (Điều 15.2).
    case agencyRefusal
    /// The result is there: where and with what to fetch it (Điều 8.2).
    case result
    /// The result was handed over.
    case returned
    case withdrawn
    /// Money is given back (Điều 8.2c).
    case refund
    /// Why a message took no effect.
    case answer
    /// What somebody had to say stands in the register (Điều 9.4).
    case feedback

    /// To the agency: an apology that waits for its leader's word.
    case apologyDraft
    /// To the agency: why its message took no effect.
    case agencyAnswer

    /// To staff: what needs a person (Điều 13.7).
    case incident

    package var audience: Audience {
        switch self {
        case .incident: .staff
        case .apologyDraft, .agencyAnswer: .agency
        default: .citizen
        }
    }

    package var isForStaff: Bool { audience == .staff }
}
