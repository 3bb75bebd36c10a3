/// When something that takes long where much lies about is done again for what has happened: so that it takes a twentieth of the
/// time.
struct Pace {
    private static let rest = 20

    /// When it is due, by the steady clock in nanoseconds.
    private(set) var next = Int.min

    func isDue(at now: Int) -> Bool { now >= next }

    /// - Parameters:
    ///   - duration: how long it took.
    ///   - end: when it was done.
    mutating func took(_ duration: Int, until end: Int) { next = end + Self.rest * duration }
}
