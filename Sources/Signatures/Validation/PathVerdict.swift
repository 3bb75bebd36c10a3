/// Whether a certificate leads to an anchor and is not revoked.
struct PathVerdict: Sendable, Equatable {
    /// Passed, failed with its reason, or undetermined.
    let trusted: Fact
    /// Nil where the path itself failed, and revocation was not asked.
    let revocation: Fact?
}
