/// What opening the ledger mended: a last line that was cut off by a crash.
package struct LedgerRepair: Sendable, Equatable, CustomStringConvertible {
    package let segment: String
    package let removedBytes: Int
    /// Where the removed bytes are kept.
    package let keptAs: String

    package var description: String {
        "ledger \(segment): a torn last line of \(removedBytes) bytes was cut off; the bytes are kept in \(keptAs)"
    }
}
