import Bytes
import Files

/// Numbers by which simulated disks are told apart.
extension SimulatedDisk {
    /// The same for two disks on which a program does the same now and after every power cut; within one run of this program.
    ///
    /// The times of files and their inode numbers do not count, and neither does what no name leads to.
    package var sum: Int {
        var hasher = Hasher()
        hasher.combine(visible.sum(of: DiskTree.root))
        guard !outstanding.isEmpty else { return hasher.finalize() }
        hasher.combine(lasting.sum(of: DiskTree.root))
        for item in outstanding {
            hasher.combine(item.isForsaken)
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

extension DiskTree {
    fileprivate func sum(of number: Int) -> Int {
        let node = node(number)
        var hasher = Hasher()
        hasher.combine(node.kind)
        hasher.combine(node.mode)
        switch node.kind {
        case .folder:
            // A sum has no order, and so needs none.
            var names = 0
            for (name, child) in node.entries {
                var entry = Hasher()
                entry.combine(name)
                entry.combine(sum(of: child))
                names &+= entry.finalize()
            }
            hasher.combine(names)
        case .regular:
            hasher.combine(node.links)
            hasher.combine(node.contentDigest)
        case .symbolicLink, .other: break
        }
        return hasher.finalize()
    }
}
