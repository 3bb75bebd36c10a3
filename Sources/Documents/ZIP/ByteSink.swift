package import Bytes

/// Where a writer's bytes go.
package protocol ByteSink: ~Copyable {
    mutating func write(_ bytes: [UInt8]) throws

    /// Writes bytes, and feeds them to a digest that somebody else wants of them.
    mutating func write(_ bytes: [UInt8], into digest: inout SHA256) throws
}

extension ByteSink where Self: ~Copyable {
    package mutating func write(_ bytes: [UInt8], into digest: inout SHA256) throws {
        digest.update(bytes)
        try write(bytes)
    }
}
