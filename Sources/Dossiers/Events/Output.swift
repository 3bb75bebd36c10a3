package import Bytes

/// A file that leaves the house under a final name.
package struct Output: Sendable, Codable, Equatable {
    package enum Kind: String, Sendable, Codable {
        case dossier, notice, status, incident, report
    }

    package let kind: Kind
    /// From the outbox, such as `agencies/000.00.10.H34/000.00.10.H34-261123-0001.zip`.
    package let path: String
    package let size: Int
    package let sha256: Digest

    package init(kind: Kind, path: String, size: Int, sha256: Digest) {
        self.kind = kind
        self.path = path
        self.size = size
        self.sha256 = sha256
    }
}
