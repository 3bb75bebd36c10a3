import Bytes
import Synchronization

/// Bytes in memory that remember how they were read.
final class CountingSource: ByteSource {
    private let base: MemorySource
    private let reads = Mutex((largest: 0, total: 0))

    init(_ bytes: [UInt8]) { base = MemorySource(bytes) }

    var count: Int { base.count }
    var largestRead: Int { reads.withLock { $0.largest } }
    var bytesRead: Int { reads.withLock { $0.total } }

    func read(at offset: Int, count: Int) throws -> [UInt8] {
        reads.withLock { $0 = (max($0.largest, count), $0.total + count) }
        return try base.read(at: offset, count: count)
    }
}
