/// What is known of a name in an inbox folder from one look to the next.
///
/// Modification times are compared, never believed: copies keep old ones, and clocks jump (FS9).
package struct Sighting: Sendable {
    package private(set) var kind: ArrivalKind
    package private(set) var stamp: Stamp
    /// Since when it has looked so, in nanoseconds of our own steady clock.
    package private(set) var since: Int
    /// It was quiet, and waits for what is absent: nothing about it matters before that has come, or is not waited for any more.
    var isAtRest = false
    /// Told once, since it is no plain file or folder.
    var isTold = false
    /// What the form that it is, or holds, names and does not carry inside; nil where that was not read since it last changed.
    var needs: [FormNeed]?
    /// Whether it, or what belongs to it, lacks its end; asked of what had looked so since then.
    var short: (isShort: Bool, since: Int)?

    package init(_ kind: ArrivalKind, _ stamp: Stamp, now: Int) {
        self.kind = kind
        self.stamp = stamp
        since = now
    }

    /// Takes in what it looks like at `now`: quiet is counted anew with every change.
    package mutating func observe(_ kind: ArrivalKind, _ stamp: Stamp, now: Int) {
        guard kind != self.kind || stamp != self.stamp else { return }
        let isTold = isTold
        self = Sighting(kind, stamp, now: now)
        self.isTold = isTold && kind == .irregular
    }
}
