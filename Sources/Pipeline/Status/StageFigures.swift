/// What waits before each stage of a running house, and how its time is shared out among them.
package struct StageFigures: Sendable, Equatable {
    package var waiting: [Stage: Int] = [:]
    /// Of the time of the last minute or two.
    package var percent: [Stage: Int] = [:]

    /// What takes the most time, and so bounds the whole; nil where there is more time than work.
    package var bounding: Stage? {
        let busy = percent.filter { $0.key != .idle }
        guard (percent[.idle] ?? 0) < 50, let most = busy.values.max() else { return nil }
        return Stage.allCases.first { busy[$0] == most }
    }
}
