package import Bytes
import Documents
package import Files

/// A file on its way out, with the digest of what was written so far.
package struct OutboxFile: ~Copyable, ByteSink {
    private var file: WritableFile
    private var hash = SHA256()
    private var size = 0

    package init(_ file: consuming WritableFile) { self.file = file }

    package mutating func write(_ bytes: [UInt8]) throws {
        hash.update(bytes)
        size += bytes.count
        try file.write(bytes)
    }

    /// Both digests in one go.
    package mutating func write(_ bytes: [UInt8], into digest: inout SHA256) throws {
        SHA256.update(&hash, &digest, bytes)
        size += bytes.count
        try file.write(bytes)
    }

    /// Writes all of a source, a megabyte at a time.
    package mutating func write(contentsOf source: any ByteSource) throws {
        var offset = 0
        while offset < source.count {
            let bytes = try source.read(at: offset, count: min(1 << 20, source.count - offset))
            try write(bytes)
            offset += bytes.count
        }
    }

    /// Ends it, and leaves it to be synced.
    package consuming func finish() throws(FileError) -> (size: Int, sha256: Digest, file: WrittenFile) {
        let (size, digest) = (size, hash.finalize())
        return (size, digest, try file.finish())
    }

    package consuming func close() throws(FileError) -> (size: Int, sha256: Digest) {
        try file.sync()
        let result = (size, hash.finalize())
        try file.close()
        return result
    }
}
