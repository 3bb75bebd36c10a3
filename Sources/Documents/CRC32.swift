import CZlib

/// The check sum of ZIP entries and PNG chunks, by zlib.
package struct CRC32 {
    private(set) var value: UInt32 = 0

    /// Of all of some bytes.
    package static func of(_ bytes: [UInt8]) -> UInt32 {
        var sum = CRC32()
        sum.update(bytes.span)
        return sum.value
    }

    mutating func update(_ bytes: Span<UInt8>) {
        let before = uLong(value)
        let after = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe crc32(before, buffer.baseAddress, uInt(buffer.count))
        }
        value = UInt32(truncatingIfNeeded: after)
    }
}
