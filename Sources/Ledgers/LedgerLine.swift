package import Dossiers

/// One line of the ledger by itself, as a test of its reader asks for it.
package enum LedgerLine {
    /// Throws where the line is none.
    package static func entry(_ line: [UInt8]) throws -> Entry { try EntryCoding().entry(line).0 }
}
