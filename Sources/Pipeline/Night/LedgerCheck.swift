import Delivery
import Files
import Ledgers

/// `hoso ledger verify`: the whole ledger, read from the first line.
package enum LedgerCheck {
    package struct Verdict: Sendable {
        package let isSound: Bool
        package let text: String
        let entries: Int
    }

    /// - Parameters:
    ///   - say: told the mistakes of a configuration in whose place the one that was last in force is taken.
    ///   - passing: told how far it is, and of how many entries where that is known.
    package static func verify(
        site path: String, say: (LogEvent) -> Void = { _ in },
        passing: @escaping (_ number: Int, _ last: Int?) -> Void = { _, _ in }
    ) throws -> Verdict {
        let folders = try SiteFolders(opening: path)
        let site = try folders.readable(say: say).site
        let told = try folders.outbox(of: site).map {
            try Outbox(root: $0).survey(below: folders.outboxFolders(of: site)).lastTold
        }
        let ledger = try folders.state(of: site)?.standing(at: ["ledger"])
        let verdict = try LedgerVerdict(folder: ledger, passing: passing)
        if verdict.damage == nil, let told, told > verdict.end.number {
            let behind = LedgerBehind(head: verdict.end.number, told: told)
            return Verdict(isSound: false, text: behind.description, entries: verdict.end.number)
        }
        return Verdict(isSound: verdict.damage == nil, text: verdict.description, entries: verdict.end.number)
    }
}
