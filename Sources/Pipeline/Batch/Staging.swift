import Ledgers

/// A batch that was ruled on, and whose files are being made under hidden names.
struct Staging {
    let hand: [InHand]
    let verdicts: [Verdict]
    /// Of its first event: where another has taken the number meanwhile, it is to be ruled on again.
    let firstNumber: Int
    let attempts: Workers.Begun<Stager.Attempt>

    /// The register as it will be after this batch, but for what is published.
    func draft(on register: Register) throws -> Register {
        var draft = register
        for verdict in verdicts {
            try draft.apply(verdict.entries)
            try draft.expect(verdict)
        }
        return draft
    }
}
