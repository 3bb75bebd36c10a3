import Ledgers

/// A batch that was ruled on, and whose files are being made under hidden names.
struct Staging {
    let hand: [InHand]
    let verdicts: [Verdict]
    /// Of its first event: where another has taken the number meanwhile, it is to be ruled on again.
    let firstNumber: Int
    /// As it will be after this batch, but for what is published; deliveries are counted.
    let register: Register
    let attempts: Workers.Begun<Stager.Attempt>
}
