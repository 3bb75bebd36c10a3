import Bytes

/// Bytes in memory as a source, which can count what is read of it.
struct MemoryBytes: ByteSource {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }
    init(_ text: String) { bytes = Array(text.utf8) }

    var count: Int { bytes.count }

    func read(at offset: Int, count: Int) throws -> [UInt8] {
        guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset else {
            throw ParseError(.truncated, "\(count) bytes expected", at: offset)
        }
        return Array(bytes[offset..<offset + count])
    }
}
