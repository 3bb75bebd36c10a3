package import Bytes

/// What the ledger knows of a submission's id.
package struct KnownSubmission: Sendable, Codable, Equatable {
    package let content: Digest
    /// Nil where it was refused.
    package let dossier: DossierCode?
    /// What else came under the id, and was refused for that: told once, and the same thing when it comes again.
    package var conflicts: Set<Digest> = []

    package init(content: Digest, dossier: DossierCode?) {
        self.content = content
        self.dossier = dossier
    }

    /// After a refusal of what came under its id.
    package func refused(_ other: Digest) -> KnownSubmission {
        var known = self
        if other != content { known.conflicts.insert(other) }
        return known
    }
}
