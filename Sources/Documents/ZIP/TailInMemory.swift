import Bytes

/// A source of which the end is held in memory: all of a small one, so that its small parts cost no system call each.
struct TailInMemory: ByteSource {
    private let source: any ByteSource
    private let tail: [UInt8]
    private let start: Int

    /// Throws what the source throws.
    init(_ source: any ByteSource, count: Int) throws {
        self.source = source
        let held = min(count, source.count)
        start = source.count - held
        tail = try source.read(at: start, count: held)
    }

    var count: Int { source.count }

    func read(at offset: Int, count: Int) throws -> [UInt8] {
        guard offset >= start, count >= 0, count <= self.count - offset else {
            return try source.read(at: offset, count: count)
        }
        // All of it needs no second place.
        return count == tail.count ? tail : Array(tail[offset - start..<offset - start + count])
    }
}
