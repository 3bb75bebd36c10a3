/// What became of a claim.
package struct Assessment: Sendable, Equatable {
    /// The value was made by the key shown.
    package var valid: Fact
    /// The certificate leads to an anchor, was in date, and is not revoked; no algorithm is too weak to trust.
    package var trusted: Fact
    /// Nil where it was not asked, since something else had failed.
    package var revocation: Fact?
    /// What is too weak to trust, as stable words.
    package var weaknesses: [String] = []
    package var signer: Signer?
}
