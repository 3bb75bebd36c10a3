import Files

/// What one part of the work costs by itself.
package struct BenchFigure: Sendable {
    /// Such as “SHA-256”.
    package let name: String
    /// Of the quickest of the tries, which other work on the machine disturbed least.
    package let nanoseconds: Int
    /// What is worked on each time; nil where that is not counted in bytes.
    package let bytes: Int?

    /// Millions of bytes a second.
    package var speed: Double? { bytes.map { Double($0) * 1_000 / Double(max(1, nanoseconds)) } }

    /// Tries for a third of a second, and at least five times.
    init(_ name: String, bytes: Int? = nil, _ body: () throws -> Void) rethrows {
        let until = MachineClock.monotonic() + 333_000_000
        var (least, tries) = (Int.max, 0)
        while tries < 5 || MachineClock.monotonic() < until {
            let start = MachineClock.monotonic()
            try body()
            least = min(least, MachineClock.monotonic() - start)
            tries += 1
        }
        self.name = name
        self.bytes = bytes
        nanoseconds = least
    }
}
