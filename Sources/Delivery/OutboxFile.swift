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

    package consuming func close() throws(FileError) -> (size: Int, sha256: Digest) {
        try file.sync()
        let result = (size, hash.finalize())
        try file.close()
        return result
    }
}
