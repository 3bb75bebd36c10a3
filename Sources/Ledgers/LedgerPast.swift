package import Dossiers
package import Files

/// The entries of single dossiers up to a snapshot, read where the ledger has them.
package struct LedgerPast {
    private let snapshot: RegisterSnapshot

    /// Nil where there is no snapshot that is whole and of this ledger.
    package init?(in folder: Folder, by reading: LedgerReading) throws {
        guard let snapshot = try RegisterSnapshot(in: folder, ledger: reading, whole: false) else { return nil }
        self.snapshot = snapshot
    }

    /// Up to where it knows them.
    package var end: LedgerReading.End { snapshot.end }

    /// In order; empty where none has the code.
    ///
    /// Throws `SummedFile.Damaged` where the snapshot turns out to be.
    package func entries(of code: DossierCode) throws -> [Entry] { try snapshot.entries(of: code) }
}
