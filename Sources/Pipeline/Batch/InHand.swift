import Intake

/// A claim that was read, and what its files looked like before.
struct InHand: Sendable {
    let claim: Claim
    let stamps: Stamps
    let read: Read
}
