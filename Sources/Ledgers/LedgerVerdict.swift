package import Files

/// What `hoso ledger verify` says of a whole ledger.
package struct LedgerVerdict: Sendable, CustomStringConvertible {
    package let end: LedgerReading.End
    package let damage: LedgerDamage?
    /// Whether nothing beside the ledger says where it ends, though there is a ledger.
    package let hasNoWitness: Bool

    /// Reads the ledger from the first line; a torn last line is damage too, until the next start has mended it.
    ///
    /// - Parameter folder: nil where there is none, as before the first run.
    package init(folder: Folder?, passing: @escaping (_ number: Int, _ last: Int?) -> Void = { _, _ in }) throws {
        do {
            let last = try folder.flatMap(LedgerHead.init)?.number
            let end = try LedgerReading(folder: folder) { passing($0, last) }.check()
            self.end = end
            hasNoWitness = last == nil && end.number > 0
            damage =
                end.tornBytes == 0
                ? nil
                : LedgerDamage(
                    segment: end.segments.last ?? "", line: end.wholeLines + 1, expected: "a whole commit",
                    found: "\(end.tornBytes) bytes without their end, which the next start cuts off")
        } catch let found as LedgerDamage {
            end = LedgerReading.End()
            damage = found
            hasNoWitness = false
        }
    }

    package var description: String {
        if let damage { return damage.description }
        let count = "\(end.number) entries in \(end.segments.count) segments"
        return hasNoWitness
            ? "\(count), none changed or out of order; whether any is missing at the end cannot be told, since State/ledger/head, "
                + "which the next commit writes, is not there or cannot be read\nhead: \(end.head)"
            : "\(count), none missing, changed or out of order\nhead: \(end.head)"
    }
}
