/// The digest of everything that was fed to it (FIPS 180-4).
///
/// A value: copying it forks the computation, and `finalize` may be asked for at any time without ending it.
package struct SHA256: Sendable {
    /// How much of a source is in memory at a time.
    private static let chunk = 256 * 1024

    private var state = SHA256State()
    /// Begins with the bytes that do not fill a block yet, fewer than 64.
    private var rest = InlineArray<64, UInt8>(repeating: 0)
    private var count: UInt64 = 0

    package init() {}

    /// How many bytes do not fill a block yet.
    private var restCount: Int { Int(count & 63) }

    package mutating func update(_ bytes: Span<UInt8>) {
        absorb(bytes, from: begin(bytes))
    }

    /// Feeds the same bytes to two computations, in little more than the time of one.
    package static func update(_ one: inout SHA256, _ other: inout SHA256, _ bytes: [UInt8]) {
        update(&one, bytes.span, &other, bytes.span)
    }

    private static func update(
        _ one: inout SHA256, _ bytes: Span<UInt8>, _ other: inout SHA256, _ otherBytes: Span<UInt8>
    ) {
        var (start, otherStart) = (one.begin(bytes), other.begin(otherBytes))
        let both = min(bytes.count - start, otherBytes.count - otherStart) / 64 * 64
        if both > 0 {
            SHA256Compression.absorb(
                bytes.extracting(start..<start + both), into: &one.state,
                otherBytes.extracting(otherStart..<otherStart + both), into: &other.state)
            start += both
            otherStart += both
            one.count &+= UInt64(both)
            other.count &+= UInt64(both)
        }
        one.absorb(bytes, from: start)
        other.absorb(otherBytes, from: otherStart)
    }

    /// The digest of each message, in little more than half the time that they take one after the other.
    package static func digests(of messages: [[UInt8]]) -> [Digest] {
        var digests = [Digest](repeating: SHA256().finalize(), count: messages.count)
        var (first, second) = (0, 1)
        var (one, other) = (SHA256(), SHA256())
        // Where one ends, the next takes its place beside what is left of the longer.
        while max(first, second) < messages.count {
            let (message, start) = (messages[first], Int(one.count))
            let (otherMessage, otherStart) = (messages[second], Int(other.count))
            let count = min(message.count - start, otherMessage.count - otherStart)
            update(
                &one, message.span.extracting(start..<start + count),
                &other, otherMessage.span.extracting(otherStart..<otherStart + count))
            let next = max(first, second) + 1
            if start + count == message.count {
                digests[first] = one.finalize()
                (first, one) = (next, SHA256())
            } else {
                digests[second] = other.finalize()
                (second, other) = (next, SHA256())
            }
        }
        let last = min(first, second)
        if last < messages.count {
            var hash = last == first ? one : other
            let message = messages[last]
            hash.update(message.span.extracting(Int(hash.count)...))
            digests[last] = hash.finalize()
        }
        return digests
    }

    /// Fills up the block that was begun, and says from where on the bytes are still to be taken in.
    private mutating func begin(_ bytes: Span<UInt8>) -> Int {
        let begun = restCount
        guard begun > 0 else { return 0 }
        let start = min(64 - begun, bytes.count)
        keep(bytes.extracting(0..<start), at: begun)
        count &+= UInt64(start)
        guard restCount == 0 else { return start }
        var next = state
        SHA256Compression.absorb(rest.span, into: &next)
        state = next
        return start
    }

    /// Takes in what is left, whose last bytes may begin a block.
    private mutating func absorb(_ bytes: Span<UInt8>, from start: Int) {
        let whole = (bytes.count - start) / 64 * 64
        if whole > 0 { SHA256Compression.absorb(bytes.extracting(start..<start + whole), into: &state) }
        if start + whole < bytes.count { keep(bytes.extracting(start + whole..<bytes.count), at: 0) }
        count &+= UInt64(bytes.count - start)
    }

    private mutating func keep(_ bytes: Span<UInt8>, at start: Int) {
        unsafe bytes.withUnsafeBytes { source in
            unsafe withUnsafeMutableBytes(of: &rest) { memory in
                unsafe UnsafeMutableRawBufferPointer(rebasing: memory[start...]).copyMemory(from: source)
            }
        }
    }

    package mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

    package func finalize() -> Digest {
        var last = self
        var padding = InlineArray<72, UInt8>(repeating: 0)
        padding[0] = 0x80
        // Up to the last eight bytes of a block.
        let zeros = (119 - restCount) % 64
        let bits = count &* 8
        for byte in 0..<8 { padding[1 + zeros + byte] = UInt8(truncatingIfNeeded: bits &>> UInt64(56 - 8 * byte)) }
        last.update(padding.span.extracting(0..<9 + zeros))
        return last.state.digest
    }

    package static func digest(of bytes: [UInt8]) -> Digest { digest(of: bytes.span) }

    package static func digest(of bytes: Span<UInt8>) -> Digest {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finalize()
    }

    /// Reads the source through once, a quarter of a megabyte at a time.
    ///
    /// Throws what the source throws where it cannot be read.
    package static func digest(of source: any ByteSource) throws -> Digest {
        var hash = SHA256()
        var offset = 0
        while offset < source.count {
            let bytes = try source.read(at: offset, count: min(chunk, source.count - offset))
            hash.update(bytes)
            offset += bytes.count
        }
        return hash.finalize()
    }
}
