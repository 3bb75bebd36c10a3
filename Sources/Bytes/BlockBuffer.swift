/// Cuts a stream of bytes into the blocks that a digest takes, and pads the last (FIPS 180-4, section 5.1).
struct BlockBuffer: Sendable {
    /// The bytes of a block: 64, or 128 where the length is written in 16 bytes.
    private let size: Int
    private var rest: [UInt8] = []
    private var count: UInt64 = 0

    init(size: Int) {
        self.size = size
        rest.reserveCapacity(size)
    }

    /// Hands every block that the bytes fill to `absorb`, several at once where they lie together.
    mutating func update(_ bytes: Span<UInt8>, _ absorb: (Span<UInt8>) -> Void) {
        count &+= UInt64(bytes.count)
        var start = 0
        if !rest.isEmpty {
            start = min(size - rest.count, bytes.count)
            for index in 0..<start { rest.append(bytes[index]) }
            guard rest.count == size else { return }
            absorb(rest.span)
            rest.removeAll(keepingCapacity: true)
        }
        let whole = (bytes.count - start) / size * size
        if whole > 0 { absorb(bytes.extracting(start..<start + whole)) }
        for index in start + whole..<bytes.count { rest.append(bytes[index]) }
    }

    /// What is left over with its padding: one block or two.
    var padded: [UInt8] {
        let lengthBytes = size / 8
        var last = rest
        last.append(0x80)
        let free = (2 * size - lengthBytes - last.count) % size
        last.append(contentsOf: repeatElement(0, count: free + lengthBytes - 8))
        // The length in bits has 67 bits at most.
        let bits = count &* 8
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            last.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
        return last
    }
}
