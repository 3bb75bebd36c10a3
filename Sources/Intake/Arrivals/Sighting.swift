import Bytes

/// What is known of a name in an inbox folder from one look to the next.
///
/// Modification times are compared, never believed: copies keep old ones, and clocks jump (FS9). A flood has a hundred thousand
/// of these, so what few of them need stands apart.
package struct Sighting: Sendable {
    /// What was read of a form or a scan, or of the form that a folder holds.
    private final class Reading: Sendable {
        let needs: NeededFiles
        /// Since when what it names, and was asked about, had looked so.
        let askedSince: Int?
        let wholeness: Wholeness?
        /// Of a scan, which needs nothing.
        let digest: Digest?

        init(
            _ needs: NeededFiles, askedSince: Int? = nil, wholeness: Wholeness? = nil, digest: Digest? = nil
        ) {
            (self.needs, self.askedSince, self.wholeness, self.digest) = (needs, askedSince, wholeness, digest)
        }
    }

    package private(set) var stamp: Stamp
    /// Since when it has looked so, in nanoseconds of our own steady clock.
    package private(set) var since: Int
    private var reading: Reading?
    private var waitsSinceSecond: UInt32 = .max
    package private(set) var kind: ArrivalKind
    /// How whole it was when that was asked; nil where nobody asked.
    private var wholeness: Wholeness?
    /// It waits for what is absent: nothing about it matters before that has come, or is not waited for any more.
    var isAtRest = false
    /// Of a form, whether what it lacks was looked for elsewhere.
    var isAsked = false
    /// Of a folder, whether its form misses none of its files; nil where that was not asked since it last changed.
    var isWhole: Bool?
    /// Told once, since it is no plain file or folder.
    var isTold = false

    package init(_ kind: ArrivalKind, _ stamp: Stamp, now: Int) {
        self.kind = kind
        self.stamp = stamp
        since = now
    }

    /// A name that nobody looked at yet, and since when an earlier run saw it wait.
    init(waitsSince: Int?) {
        self.init(.unfinished, .none, now: 0)
        self.waitsSince = waitsSince
    }

    /// Whether its name alone says that it goes on as it is.
    var needsNoLook: Bool { isAtRest || (kind == .unfinished && stamp != .none) }

    /// Since when it waits for what is absent, in seconds of the machine's clock.
    private(set) var waitsSince: Int? {
        get { waitsSinceSecond == .max ? nil : Int(waitsSinceSecond) }
        set { waitsSinceSecond = newValue.map { UInt32(clamping: $0) } ?? .max }
    }

    /// Starts its waiting at `wall`, where it does not wait yet or the clock was set back since; says whether it did.
    mutating func startWaiting(_ wall: Int) -> Bool {
        guard waitsSince ?? .max > wall else { return false }
        waitsSince = wall
        return true
    }

    /// What the form that it is, or holds, names and does not carry inside; nil where that was not read since it last changed.
    var needs: NeededFiles? {
        get { reading?.needs }
        set { reading = newValue.map { Reading($0) } }
    }

    /// That of a scan; nil where it was not read since it last changed.
    var digest: Digest? {
        get { reading?.digest }
        set { reading = newValue.map { Reading(NeededFiles(), digest: $0) } }
    }

    /// How whole that is which has looked the same since then; nil where nobody asked.
    func wholeness(since: Int) -> Wholeness? {
        if since == self.since, let wholeness { return wholeness }
        return reading?.askedSince == since ? reading?.wholeness : nil
    }

    mutating func answer(_ wholeness: Wholeness, since: Int) {
        if since == self.since {
            self.wholeness = wholeness
        } else if let needs {
            reading = Reading(needs, askedSince: since, wholeness: wholeness)
        }
    }

    /// Takes in what it looks like at `now`: quiet is counted anew with every change, patience is not.
    package mutating func observe(_ kind: ArrivalKind, _ stamp: Stamp, now: Int) {
        guard kind != self.kind || stamp != self.stamp else { return }
        let (isTold, waits) = (isTold, waitsSinceSecond)
        self = Sighting(kind, stamp, now: now)
        self.isTold = isTold && kind == .irregular
        waitsSinceSecond = waits
    }
}
