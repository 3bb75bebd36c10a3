package import Bytes

/// A file that leaves the house under a final name.
package struct Output: Sendable, Codable, Equatable {
    package enum Kind: String, Sendable, Codable {
        case dossier, notice, status, incident, report, result, refund
    }

    package let kind: Kind
    /// From the outbox, such as `agencies/000.00.10.H34/000.00.10.H34-261123-0001.zip`.
    package let path: String
    /// Of a folder its manifest's, which gives those of every file in it.
    package let size: Int
    package let sha256: Digest
    /// The account that a letter gives for a fee that is still to be paid; nil of anything else, and in ledgers of before.
    package var account: String?

    /// Whether it is a folder of files, as a dossier may be.
    package var isFolder: Bool { Self.isFolder(kind, path) }

    package static func isFolder(_ kind: Kind, _ path: String) -> Bool { kind == .dossier && !path.hasSuffix(".zip") }

    /// Which of a dossier's deliveries it is: 1 for the whole dossier, from 2 on for what came later; nil for anything else.
    package var deliveryNumber: Int? {
        guard kind == .dossier else { return nil }
        // A code ends in `-NNNN`, so what follows a last dot is the number.
        let name = path.hasSuffix(".zip") ? path.dropLast(".zip".count) : path[...]
        guard let dash = name.lastIndex(of: "-"), let dot = name[dash...].lastIndex(of: ".") else { return 1 }
        return Int(name[name.index(after: dot)...])
    }

    package init(kind: Kind, path: String, size: Int, sha256: Digest) {
        self.kind = kind
        self.path = path
        self.size = size
        self.sha256 = sha256
    }
}
