import CZlib

/// The CRC-32 of a PNG chunk, as zlib computes it.
struct PNGChecksum {
    private(set) var value: UInt32 = 0

    mutating func update(_ bytes: ArraySlice<UInt8>) {
        let before = UInt(value)
        let after = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe crc32(before, buffer.baseAddress, UInt32(truncatingIfNeeded: buffer.count))
        }
        value = UInt32(truncatingIfNeeded: after)
    }
}
