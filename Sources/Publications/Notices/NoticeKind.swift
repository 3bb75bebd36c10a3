/// The letters that hoso writes.
package enum NoticeKind: String, Sendable, CaseIterable {
    /// To the citizen: the appointment (Điều 14.3).
    case receipt
    /// Every fault and how to mend it (Điều 14.2).
    case supplement
    /// Certified copies by post (Điều 7.2a).
    case postal
    /// How to pay (Điều 7.2b).
    case payment
    /// Why the submission cannot be taken in.
    case refusal
    /// To staff: what needs a person (Điều 13.7).
    case incident

    package var isForStaff: Bool { self == .incident }
}
