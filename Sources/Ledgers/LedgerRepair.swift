/// What opening the ledger mended.
package enum LedgerRepair: Sendable, Equatable, CustomStringConvertible {
    /// A crash left a part of a commit, which was cut off; the bytes are kept.
    case cut(segment: String, bytes: Int, keptAs: String)
    /// The last line was committed, and is torn now: it was cut off, and the rest of its commit counts.
    case lost(entry: Int, segment: String, keptAs: String)
    /// The last line was whole but for its end.
    case ended(segment: String)

    package var description: String {
        switch self {
        case .cut(let segment, let bytes, let kept):
            "ledger \(segment): a torn end of \(bytes) bytes, never committed, was cut off; the bytes are kept in State/ledger/\(kept)"
        case .lost(let entry, let segment, let kept):
            "ledger \(segment): the last line, entry \(entry), had been committed and was torn; it was cut off, and its bytes are kept in State/ledger/\(kept)"
        case .ended(let segment): "ledger \(segment): the end of the last line was missing and was written"
        }
    }
}
