import Files
import Foundation

extension LedgerReading {
    /// How many entries are checked in one night: those of some 80,000 dossiers, in half a second.
    package static let share = 500_000
    /// Where the last share ended; a hint, as the head is.
    private static let mark = FileName.literal("checked")
    private static let longestMark = 1 << 20

    /// Checks the chain on from where the last share ended, and from the first line again after the last.
    ///
    /// A link is checked by the two lines that it joins, so that the shares together are the whole.
    package func checkShare(of most: Int = share) throws {
        guard let folder else { return }
        let known = try checked(in: folder)
        let end = try read(from: known, most: most) { _ in }
        let next = end.number - known.number < most ? End() : end
        guard next.number > 0 || known.number > 0 else { return }
        try folder.replaceDurably(Self.mark, with: Array(try JSONEncoder().encode(next)))
    }

    /// The ledger's beginning where no mark is there, or one that cannot be read or belongs to another ledger.
    private func checked(in folder: Folder) throws -> End {
        guard try folder.status(of: Self.mark) != nil,
            let end = try? JSONDecoder().decode(
                End.self, from: Data(try folder.readAll(Self.mark, limit: Self.longestMark)))
        else { return End() }
        return try has(end) ? end : End()
    }
}
