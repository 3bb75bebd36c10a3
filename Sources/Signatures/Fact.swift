/// One of the separate facts about a signature, with a stable reason where it did not pass.
package struct Fact: Sendable, Codable, Equatable {
    package let outcome: Outcome
    /// A stable word such as `digest-mismatch`; nil where the check passed.
    package let reason: String?

    package static let passed = Fact(outcome: .passed, reason: nil)
    package static func failed(_ reason: String) -> Fact { Fact(outcome: .failed, reason: reason) }
    package static func undetermined(_ reason: String) -> Fact { Fact(outcome: .undetermined, reason: reason) }

    /// Of the validity of a signature in which no value stands.
    package static let emptyValue = failed("empty-signature-value")

    init(outcome: Outcome, reason: String?) {
        self.outcome = outcome
        self.reason = reason
    }
}
