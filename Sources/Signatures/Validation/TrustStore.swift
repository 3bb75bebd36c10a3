package import Bytes

/// Whom the site trusts: `config/trust/` as a value.
package struct TrustStore: Sendable {
    /// A file of the folder that could not be used, and why, for the operator.
    package struct Problem: Sendable, Equatable {
        package let file: String
        package let message: String
    }

    /// Certificates at which a path may end, whoever issued them.
    package let anchors: [Certificate]
    /// Certificates that only help to build a path.
    package let intermediates: [Certificate]
    package let revocationLists: [RevocationList]
    package let problems: [Problem]
    /// The files that a certificate or a list was read from, by its digest; none where it came from no folder.
    package let files: [Digest: [String]]
    /// Of all that it holds, so that verdicts can be kept by what they depend on.
    package let digest: Digest

    package static let empty = TrustStore()

    package init(
        anchors: [Certificate] = [], intermediates: [Certificate] = [], revocationLists: [RevocationList] = [],
        problems: [Problem] = [], files: [Digest: [String]] = [:]
    ) {
        self.anchors = anchors
        self.intermediates = intermediates
        self.revocationLists = revocationLists
        self.problems = problems
        self.files = files
        var hash = SHA256()
        for list in [anchors.map(\.der), intermediates.map(\.der), revocationLists.map(\.der)] {
            for bytes in list { hash.update(SHA256.digest(of: bytes).bytes) }
            hash.update([UInt8](repeating: 0, count: 32))
        }
        digest = hash.finalize()
    }
}
