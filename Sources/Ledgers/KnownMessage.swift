package import Bytes
package import Dossiers

/// A message that came before under an id, among those of its inbox folder.
package struct KnownMessage: Sendable, Equatable {
    /// Of the first that had the id; what comes with other content never takes it over.
    package let content: Digest
    /// Why it took no effect when it came last; nil where it took effect, once and for all.
    package var rejection: Rejection?
    /// What else came under the id, and was rejected for that; without those of ledgers that did not say which content it was.
    package var conflicts: Set<Digest> = []
}
