import Bytes
import Documents

/// The small files of an archive, unpacked in memory, with their digests, which are made two at a time.
struct SmallFiles {
    /// How many bytes of a package are in memory at once; what does not fit beside the others is read by itself.
    private static let room = 4 << 20

    /// By where they begin in the archive.
    private let files: [Int: (bytes: [UInt8], sha256: Digest)]

    /// Throws what reading one of them throws.
    init(_ items: [PackageContents.Item]) throws {
        var left = Self.room
        var offsets: [Int] = []
        var contents: [[UInt8]] = []
        for item in items {
            guard case .packed(let archive, let entry) = item.place, entry.size <= left else { continue }
            left -= entry.size
            offsets.append(entry.dataOffset)
            contents.append(try archive.contents(of: entry, limit: entry.size))
        }
        let read = zip(contents, SHA256.digests(of: contents)).map { (bytes: $0, sha256: $1) }
        files = Dictionary(zip(offsets, read)) { first, _ in first }
    }

    /// Nil for a file that is not among them.
    func source(of item: PackageContents.Item) -> (any ByteSource, Digest?)? {
        guard case .packed(_, let entry) = item.place else { return nil }
        return files[entry.dataOffset].map { (MemorySource($0.bytes), $0.sha256) }
    }
}
