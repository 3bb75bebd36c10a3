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
        let span = bytes.span
        var (start, otherStart) = (one.begin(span), other.begin(span))
        let both = min(span.count - start, span.count - otherStart) / 64 * 64
        if both > 0 {
            SHA256Compression.absorb(
                span.extracting(start..<start + both), into: &one.state,
                span.extracting(otherStart..<otherStart + both), into: &other.state)
            start += both
            otherStart += both
            one.count &+= UInt64(both)
            other.count &+= UInt64(both)
        }
        one.absorb(span, from: start)
        other.absorb(span, from: otherStart)
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
