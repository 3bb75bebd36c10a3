import Bytes
package import Files

/// What of a file, or of the files in a folder together, changes when somebody writes to it.
package struct Stamp: Hashable, Sendable {
    private let inode: UInt64
    /// In bytes; of one file only.
    package let size: Int
    private let modified: Int
    /// When anything of it last changed, in nanoseconds of the file system's clock; of one file only.
    package let changed: Int

    package init(_ status: FileStatus) {
        inode = UInt64(status.inode)
        size = status.size
        modified = status.modified
        changed = status.changed
    }

    /// Of files together: a digest, the same only where each of them is the same.
    package init(of files: [Stamp]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(files.count * 32)
        for word in files.flatMap(\.words) {
            for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> (8 * byte))) }
        }
        let digest = SHA256.digest(of: bytes).bytes
        func word(_ number: Int) -> UInt64 {
            digest[8 * number..<8 * number + 8].reduce(0) { $0 << 8 | UInt64($1) }
        }
        inode = word(0)
        size = Int(truncatingIfNeeded: word(1))
        modified = Int(truncatingIfNeeded: word(2))
        changed = Int(truncatingIfNeeded: word(3))
    }

    private var words: [UInt64] {
        [inode] + [size, modified, changed].map { UInt64(bitPattern: Int64($0)) }
    }
}
