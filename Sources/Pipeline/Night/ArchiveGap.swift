import Dossiers

/// A claim that the ledger knows lies neither in hand nor in the archive: somebody moved it.
struct ArchiveGap: Error, CustomStringConvertible {
    let claim: String
    let dossier: DossierCode

    var description: String { "«\(claim)» of dossier \(dossier) lies neither in State/working/ nor in State/archive/" }
}
