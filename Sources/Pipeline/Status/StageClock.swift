/// Where the time of the house goes, stage by stage, over the last minute or two.
package struct StageClock: Sendable {
    private static let window = 60_000_000_000

    /// By the steady clock, in nanoseconds.
    private var since: Int
    private var stage = Stage.other
    private var windowStart: Int
    private var spent: [Stage: Int] = [:]
    private var before: [Stage: Int] = [:]
    /// How much waited before a stage when it was last looked.
    package var waiting: [Stage: Int] = [:]

    package init(at now: Int) { (since, windowStart) = (now, now) }

    /// The stage before it ends.
    package mutating func enter(_ stage: Stage, at now: Int) {
        spent[self.stage, default: 0] += now - since
        (self.stage, since) = (stage, now)
        guard now - windowStart >= Self.window else { return }
        (before, spent, windowStart) = (spent, [:], now)
    }

    /// The figures as they stand at `now`.
    package func figures(at now: Int) -> StageFigures {
        var clock = self
        clock.enter(stage, at: now)
        let times = clock.before.merging(clock.spent, uniquingKeysWith: +)
        let whole = max(1, times.values.reduce(0, +))
        return StageFigures(waiting: waiting, percent: times.mapValues { $0 * 100 / whole })
    }
}
