import Files

/// Whether `config/trust/` has changed, and nobody is writing to it any more.
///
/// Quiet goes by our own clock: a file that is being replaced is gone for a moment, and the old verdicts hold meanwhile.
struct TrustWatch {
    typealias Marks = [String: FileStatus]

    /// In nanoseconds of the steady clock.
    static let quiet = 2_000_000_000

    private var known: Marks
    private var seen: (marks: Marks, since: Int)?

    /// - Parameter marks: what the folder looked like before it was read.
    init(_ marks: Marks) { known = marks }

    /// True once for each change, after it has stood still for `quiet`.
    mutating func hasSettled(_ marks: Marks, steady: Int) -> Bool {
        guard marks != known else {
            seen = nil
            return false
        }
        guard let seen, seen.marks == marks else {
            seen = (marks, steady)
            return false
        }
        guard steady - seen.since >= Self.quiet else { return false }
        known = marks
        return true
    }
}
