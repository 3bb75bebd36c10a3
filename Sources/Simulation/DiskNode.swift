import Bytes
import Files
private import Synchronization

/// A file, a folder or a symbolic link of a simulated disk.
struct DiskNode: Sendable {
    let kind: FileStatus.Kind
    var mode: UInt32
    /// Of a file.
    var content: [UInt8] = [] { didSet { sum = ContentSum() } }
    /// Of a folder.
    var entries: [FileName: Int] = [:]
    /// How many names it has.
    var links = 0
    var modified = 0
    var changed = 0
    private var sum = ContentSum()

    init(kind: FileStatus.Kind, mode: UInt32, modified: Int = 0, changed: Int = 0) {
        self.kind = kind
        self.mode = mode
        self.modified = modified
        self.changed = changed
    }

    /// The digest of the contents, worked out once for all disks that share them.
    var contentDigest: Digest { sum.value { SHA256.digest(of: content) } }

    private final class ContentSum: Sendable {
        private let known = Mutex<Digest?>(nil)

        func value(_ make: () -> Digest) -> Digest {
            if let digest = known.withLock(\.self) { return digest }
            let digest = make()
            known.withLock { $0 = digest }
            return digest
        }
    }
}
