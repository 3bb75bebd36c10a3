import Simulation

/// `hoso selftest crash`: the office at work on a disk in memory, where everything that can go wrong does, one thing at a time.
package struct CrashTest {
    private let effort: Effort
    private let stories: [Story]

    /// - Parameter wanted: what is in the names of the stories that are told; nil for all.
    package init(effort: Effort, stories wanted: String? = nil) throws {
        self.effort = effort
        stories = try Stories.all().filter { story in wanted.map { story.name.contains($0) } ?? true }
    }

    /// Goes through every story, and says after each how far it is and what broke.
    package func run(_ say: (String) -> Void = { _ in }) throws -> CrashCounts {
        var sum = CrashCounts()
        for story in stories {
            let rehearsal = try Rehearsal(story, effort: effort)
            try rehearsal.cutEverywhere()
            try rehearsal.cutRepairs(of: effort.sample.map { ($0 + 99) / 100 } ?? 10)
            try rehearsal.failEverywhere()
            sum += rehearsal.counts
            say(Self.line("«\(story.name)»", rehearsal.counts))
            for violation in rehearsal.counts.violations { say("\(violation)") }
        }
        return sum
    }

    /// The counts in one line.
    package static func line(_ what: String, _ counts: CrashCounts) -> String {
        "\(what): \(counts.calls) calls, \(counts.crashPoints) crash points, \(counts.reorderings) reorderings, \(counts.secondCrashes) second crashes, \(counts.faults) faults (after \(counts.stoppingFaults) hoso ended with an error, after \(counts.toldFaults) it told of a folder that waits), \(counts.violations.count) violations"
    }
}
