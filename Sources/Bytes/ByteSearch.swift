private import Glibc

/// Looking for a few bytes among many, at the speed of the C library.
extension ArraySlice<UInt8> {
    /// Where `wanted`, which is not empty, begins first; an index of the slice.
    package func firstOffset(of wanted: [UInt8]) -> Int? {
        guard let first = wanted.first, let last = wanted.last else {
            preconditionFailure("nothing cannot be looked for")
        }
        return unsafe withUnsafeBytes { memory in
            var from = 0
            while memory.count - from >= wanted.count, let base = memory.baseAddress {
                // Only where the rest of `wanted` has room behind it.
                let reach = memory.count - from - wanted.count + 1
                guard let hit = unsafe memchr(base + from, Int32(first), reach) else { return nil }
                let found = unsafe base.distance(to: UnsafeRawPointer(hit))
                // Most places where the first byte stands by chance are told by the last.
                if unsafe memory[found + wanted.count - 1] == last,
                    unsafe memcmp(base + found, wanted, wanted.count) == 0
                {
                    return startIndex + found
                }
                from = found + 1
            }
            return nil
        }
    }
}

extension Span<UInt8> {
    /// Where a byte stands first.
    package func firstOffset(of wanted: UInt8) -> Int? {
        for index in indices where self[index] == wanted { return index }
        return nil
    }
}

extension [UInt8] {
    /// Every place where `wanted`, which is not empty, begins, in order.
    package func offsets(of wanted: [UInt8]) -> [Int] {
        var found: [Int] = []
        var from = 0
        while let next = self[from...].firstOffset(of: wanted) {
            found.append(next)
            from = next + 1
        }
        return found
    }
}

extension String {
    /// Whether any byte of its UTF-8 is like this.
    @inlinable package func hasByte(where matches: (UInt8) -> Bool) -> Bool {
        let bytes = utf8.span
        for index in bytes.indices where matches(bytes[index]) { return true }
        return false
    }
}
