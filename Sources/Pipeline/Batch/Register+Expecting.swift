import Dossiers
import Ledgers

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
