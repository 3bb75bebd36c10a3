/// Damage before the ledger's end: a change, a gap, or something that is no line.
///
/// hoso does not go on over it.
package struct LedgerDamage: Error, Equatable, CustomStringConvertible {
    /// Such as `2026-11.jsonl`.
    package let segment: String
    /// Counted from 1 within the segment.
    package let line: Int
    package let expected: String
    package let found: String

    package init(segment: String, line: Int, expected: String, found: String) {
        self.segment = segment
        self.line = line
        self.expected = expected
        self.found = found
    }

    package var description: String {
        "the ledger is damaged: \(segment), line \(line): \(expected) expected, \(found) found"
    }
}
