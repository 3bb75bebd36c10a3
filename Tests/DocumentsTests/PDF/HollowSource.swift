import Bytes
import Synchronization

/// A file with a great gap of zeros in it, which counts what is read.
final class HollowSource: ByteSource {
    private let head: [UInt8]
    private let gap: Int
    private let tail: [UInt8]
    private let reads = Mutex((largest: 0, total: 0))

    init(head: [UInt8], gap: Int, tail: [UInt8]) {
        self.head = head
        self.gap = gap
        self.tail = tail
    }

    var count: Int { head.count + gap + tail.count }
    var largestRead: Int { reads.withLock { $0.largest } }
    var bytesRead: Int { reads.withLock { $0.total } }

    func read(at offset: Int, count: Int) throws -> [UInt8] {
        guard offset >= 0, count >= 0, offset <= self.count, count <= self.count - offset else {
            throw ParseError(.truncated, "\(count) bytes expected", at: offset)
        }
        reads.withLock { $0 = (max($0.largest, count), $0.total + count) }
        return (offset..<offset + count).map { index in
            index < head.count ? head[index] : index < head.count + gap ? 0 : tail[index - head.count - gap]
        }
    }
}
