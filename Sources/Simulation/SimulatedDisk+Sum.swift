import Bytes
import Files

/// Numbers by which simulated disks are told apart.
extension SimulatedDisk {
    /// The same for two disks on which a program does the same now and after every power cut; within one run of this program.
    ///
    /// The times of files and their inode numbers do not count, and neither does what no name leads to. The disk remembers the
    /// parts of it, for itself and for all that will be made of it.
    package mutating func sum() -> Int {
        var hasher = Hasher()
        hasher.combine(visible.sum(of: DiskTree.root))
        hasher.combine(lasting.sum(of: DiskTree.root))
        for item in outstanding {
            hasher.combine(item.isForsaken)
            for node in item.change.nodes { hasher.combine(visible.sum(of: node)) }
            switch item.change {
            case .write(_, let offset, let bytes):
                hasher.combine(offset)
                hasher.combine(SHA256.digest(of: bytes))
            case .cut(_, let count): hasher.combine(count)
            case .enter(_, let name, _), .leave(_, let name): hasher.combine(name)
            case .move(_, let name, _, let newName, _):
                hasher.combine(name)
                hasher.combine(newName)
            }
        }
        return hasher.finalize()
    }
}
