package import Bytes
package import Dossiers

/// One line of a ledger by itself, wherever it was read; whether the chain holds only a whole reading can say.
package struct LedgerLine: Sendable {
    package let entry: Entry
    /// Of the line, as the next one carries it.
    package let digest: Digest

    /// Throws where it is no entry.
    ///
    /// - Parameter bytes: without the line's end.
    package init(_ bytes: [UInt8]) throws {
        entry = try EntryCoding().entry(bytes[...])
        digest = SHA256.digest(of: bytes)
    }
}
