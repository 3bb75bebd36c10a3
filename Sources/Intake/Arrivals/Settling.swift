/// Knows how long each thing in an inbox has been quiet, on our own steady clock.
///
/// Modification times are compared, never believed: copies keep old ones, and clocks jump (FS9).
package struct Settling<Key: Hashable & Sendable>: Sendable {
    private struct Observation: Sendable {
        var stamps: [Stamp]
        var since: Int
        var scan: Int
    }

    private var observations: [Key: Observation] = [:]
    private var scan = 0

    package init() {}

    /// Begins a new look at everything.
    package mutating func beginScan() { scan += 1 }

    /// Takes in what `key` looks like at `now` (nanoseconds of the steady clock) and says since when it has looked so.
    package mutating func observe(_ key: Key, stamps: [Stamp], now: Int) -> Int {
        if var observation = observations[key], observation.stamps == stamps {
            observation.scan = scan
            observations[key] = observation
            return observation.since
        }
        observations[key] = Observation(stamps: stamps, since: now, scan: scan)
        return now
    }

    /// Forgets what this scan did not see.
    package mutating func endScan() {
        observations = observations.filter { $0.value.scan == scan }
    }
}
