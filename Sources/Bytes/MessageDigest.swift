/// A digest by whichever algorithm a signature names, over all that was fed to it.
package struct MessageDigest: Sendable {
    private enum State: Sendable {
        case sha1(SHA1)
        case sha256(SHA256)
        case long(SHA512)
    }

    /// How much of a source is in memory at a time.
    private static let chunk = 256 * 1024

    private var state: State

    /// Nil for MD5, which is known only to be named.
    package init?(_ algorithm: HashAlgorithm) {
        switch algorithm {
        case .md5: return nil
        case .sha1: state = .sha1(SHA1())
        case .sha256: state = .sha256(SHA256())
        case .sha384: state = .long(.shortened)
        case .sha512: state = .long(SHA512())
        }
    }

    package mutating func update(_ bytes: Span<UInt8>) {
        switch state {
        case .sha1(var hash):
            hash.update(bytes)
            state = .sha1(hash)
        case .sha256(var hash):
            hash.update(bytes)
            state = .sha256(hash)
        case .long(var hash):
            hash.update(bytes)
            state = .long(hash)
        }
    }

    package mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

    package func finalize() -> [UInt8] {
        switch state {
        case .sha1(let hash): hash.finalize()
        case .sha256(let hash): hash.finalize().bytes
        case .long(let hash): hash.finalize()
        }
    }

    /// Nil for MD5.
    package static func digest(_ algorithm: HashAlgorithm, of bytes: [UInt8]) -> [UInt8]? {
        var hash = MessageDigest(algorithm)
        hash?.update(bytes)
        return hash?.finalize()
    }

    /// Reads the source through once, a quarter of a megabyte at a time; nil for MD5.
    ///
    /// Throws what the source throws where it cannot be read.
    package static func digest(_ algorithm: HashAlgorithm, of source: any ByteSource) throws -> [UInt8]? {
        guard var hash = MessageDigest(algorithm) else { return nil }
        var offset = 0
        while offset < source.count {
            let bytes = try source.read(at: offset, count: min(chunk, source.count - offset))
            hash.update(bytes)
            offset += bytes.count
        }
        return hash.finalize()
    }
}
