import CZlib

/// The check sum of ZIP entries and PNG chunks, by zlib.
struct CRC32 {
    private(set) var value: UInt32 = 0

    mutating func update(_ bytes: Span<UInt8>) {
        let before = uLong(value)
        let after = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe crc32(before, buffer.baseAddress, uInt(buffer.count))
        }
        value = UInt32(truncatingIfNeeded: after)
    }
}
