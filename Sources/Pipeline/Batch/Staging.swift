import Dossiers
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

extension Register {
    /// Counts what will leave because of a verdict whose entries were taken in: its numbers, and the deliveries among it.
    mutating func expect(_ verdict: Verdict) throws {
        reserve(numbers: verdict.outputs.count)
        guard let code = verdict.dossier?.code, let number = verdict.outputs.compactMap(\.deliveryNumber).max() else {
            return
        }
        try expect(delivery: number, of: code)
    }
}
