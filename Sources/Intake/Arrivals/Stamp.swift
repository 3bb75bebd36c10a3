import Bytes
package import Files

/// What of a file, or of the files in a folder together, changes when somebody writes to it.
package struct Stamp: Hashable, Sendable {
    /// In bytes; of one file only.
    package let size: Int
    /// When anything of it last changed, in nanoseconds of the file system's clock; of one file only.
    package let changed: Int
    /// Which file it is and when it was written, hashed with a key of this process's own: half the room, and nobody can choose
    /// two that look alike.
    private let rest: Int

    package init(_ status: FileStatus) {
        size = status.size
        changed = status.changed
        rest = Self.hash(Int(truncatingIfNeeded: status.inode), status.modified)
    }

    /// Of files together: a digest, the same only where each of them is the same.
    package init(of files: [Stamp]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(files.count * 24)
        for word in files.flatMap({ [$0.size, $0.changed, $0.rest] }) {
            for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> (8 * byte))) }
        }
        let digest = SHA256.digest(of: bytes).bytes
        func word(_ number: Int) -> Int { digest[8 * number..<8 * number + 8].reduce(0) { $0 << 8 | Int($1) } }
        (size, changed, rest) = (word(0), word(1), word(2))
    }

    /// That of a name which nobody looked at yet.
    static let none = Stamp(size: 0, changed: 0, rest: 0)

    private init(size: Int, changed: Int, rest: Int) { (self.size, self.changed, self.rest) = (size, changed, rest) }

    private static func hash(_ inode: Int, _ modified: Int) -> Int {
        var hasher = Hasher()
        hasher.combine(inode)
        hasher.combine(modified)
        return hasher.finalize()
    }
}
