package import Bytes

/// What the ledger knows of a submission's id.
package struct KnownSubmission: Sendable, Codable, Equatable {
    package let content: Digest
    /// Nil where it was refused.
    package let dossier: DossierCode?

    package init(content: Digest, dossier: DossierCode?) {
        self.content = content
        self.dossier = dossier
    }
}
