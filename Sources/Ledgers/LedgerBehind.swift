/// Something outside the ledger tells of an entry that is not in it: `State/` is of an earlier time than the outbox.
///
/// Going on would give numbers out a second time.
package struct LedgerBehind: Error, Equatable, Sendable, CustomStringConvertible {
    package let head: Int
    package let told: Int

    package init(head: Int, told: Int) {
        self.head = head
        self.told = told
    }

    package var description: String {
        "the ledger ends at entry \(head), but a letter in the outbox tells of entry \(told): State/ seems to be of an earlier time, as after a backup was copied back, and dossier codes would be given twice; put the newest State/ back, or see \"Restoring\" in hoso(8)"
    }
}
