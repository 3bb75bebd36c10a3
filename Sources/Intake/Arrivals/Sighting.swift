/// What is known of a name in an inbox folder from one look to the next.
///
/// Modification times are compared, never believed: copies keep old ones, and clocks jump (FS9).
package struct Sighting: Sendable {
    package private(set) var stamp: Stamp
    /// Since when it has looked so, in nanoseconds of our own steady clock.
    package private(set) var since: Int
    /// What the form that it is, or holds, names and does not carry inside; nil where that was not read since it last changed.
    var needs: [FormNeed]?
    /// Since when what was asked about had looked so; never where nothing was.
    private var askedSince = Int.min
    /// Whether it, or what belongs to it, lacked its end when that was asked.
    private var isShort = false
    package private(set) var kind: ArrivalKind
    /// It was quiet, and waits for what is absent: nothing about it matters before that has come, or is not waited for any more.
    var isAtRest = false
    /// Told once, since it is no plain file or folder.
    var isTold = false

    package init(_ kind: ArrivalKind, _ stamp: Stamp, now: Int) {
        self.kind = kind
        self.stamp = stamp
        since = now
    }

    /// Whether what has looked the same since then lacks its end; nil where nobody asked.
    func isShort(since: Int) -> Bool? { askedSince == since ? isShort : nil }

    mutating func answer(isShort: Bool, since: Int) { (self.isShort, askedSince) = (isShort, since) }

    /// Takes in what it looks like at `now`: quiet is counted anew with every change.
    package mutating func observe(_ kind: ArrivalKind, _ stamp: Stamp, now: Int) {
        guard kind != self.kind || stamp != self.stamp else { return }
        let isTold = isTold
        self = Sighting(kind, stamp, now: now)
        self.isTold = isTold && kind == .irregular
    }
}
