package import Bytes
import Documents
import Files

extension PackageContents.Item {
    /// What is no larger is read once and looked at in memory.
    private static let small = 1 << 20

    /// The bytes as a source, with their digest where reading them told it.
    ///
    /// A packed file is read through once, so that its check sum is known to fit before anything believes it.
    package func source(limits: Limits) throws -> (any ByteSource, Digest?) {
        switch place {
        case .file(let folder, let name):
            return (try folder.open(name, alone: !isOurs), known)
        case .memory(let bytes): return (MemorySource(bytes), nil)
        case .packed(let archive, let entry):
            var hash = SHA256()
            if entry.isStored, entry.size > Self.small {
                try archive.read(entry) { hash.update($0) }
                return (try archive.storedSource(of: entry), hash.finalize())
            }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(min(entry.size, limits.fileBytes))
            try archive.read(entry) {
                hash.update($0)
                bytes += $0
            }
            return (MemorySource(bytes), hash.finalize())
        }
    }

    package func digest(limits: Limits) throws -> Digest {
        let (source, digest) = try source(limits: limits)
        return try digest ?? SHA256.digest(of: source)
    }
}
