/// Bytes in memory as a source.
package struct MemorySource: ByteSource {
    private let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package var count: Int { bytes.count }

    package func read(at offset: Int, count: Int) throws -> [UInt8] {
        try bounds(at: offset, count: count)
        // All of it needs no second place.
        return count == bytes.count ? bytes : Array(bytes[offset..<offset + count])
    }
}
