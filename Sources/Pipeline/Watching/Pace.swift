/// When many things are looked through again, for what has happened since: so that it takes about a twentieth of the time.
///
/// By their number, not by the clock, so that a machine that is busy puts nothing off that is done at once elsewhere.
struct Pace {
    /// In nanoseconds: twenty times what it takes to look at one.
    private static let restEach = 40_000
    /// So few are never put off.
    private static let few = 2_500

    /// When it is due, by the steady clock in nanoseconds.
    private(set) var next = Int.min

    func isDue(at now: Int) -> Bool { now >= next }

    /// - Parameters:
    ///   - count: how many were looked at.
    ///   - end: when that was done.
    mutating func saw(_ count: Int, at end: Int) { next = count < Self.few ? .min : end + Self.restEach * count }
}
