import Pipeline
import Simulation
private import Synchronization

/// Tells a story again and again, with another misfortune each time, and checks the promises after it.
final class Rehearsal: Sendable {
    let story: Story
    let effort: Effort
    let promises: Promises
    /// The disk before each call of the undisturbed story, and at its end.
    let moments: [SimulatedCalls.Moment]
    private let progress: Mutex<Progress>

    private struct Progress {
        var counts = CrashCounts()
        /// The disks on which hoso was started for the second, the third time.
        var seen: Set<[Int]> = []
    }

    /// No more violations than these are worked out; one mistake tends to break a promise in a thousand places.
    static let mostViolations = 20

    init(_ story: Story, effort: Effort) throws {
        self.story = story
        self.effort = effort
        let calls = SimulatedCalls(story.before, isRecording: true)
        try story.run(on: calls, start: 1)
        promises = try Promises(story, undisturbed: calls.disk)
        moments = calls.moments
        var progress = Progress()
        progress.counts.calls = calls.calls
        progress.counts.crashPoints = moments.count
        self.progress = Mutex(progress)
    }

    var counts: CrashCounts { progress.withLock(\.counts) }
    var isHopeless: Bool { counts.violations.count >= Self.mostViolations }

    func count(_ change: (inout CrashCounts) -> Void) { progress.withLock { change(&$0.counts) } }

    /// Does the parts of some work on as many threads as are set, each with random numbers of its own.
    func inParts(_ parts: Range<Int>, _ work: @escaping @Sendable (Int, inout SeededGenerator) -> Void) throws {
        let seed = effort.seed &* 0x1_0000_0001
        _ = try Workers(count: effort.workers).map(Array(parts)) { [self] part in
            var generator = SeededGenerator(seed: seed &+ UInt64(bitPattern: Int64(part)) << 32)
            if !isHopeless { work(part, &generator) }
        }
    }

    /// Whether no disk like it was met at a start before; it counts as met from now on.
    ///
    /// - Parameter start: the how manieth start on it is to come.
    func isNew(_ disk: inout SimulatedDisk, start: Int) -> Bool {
        let sum = disk.sum()
        return progress.withLock { $0.seen.insert([start, sum]).inserted }
    }

    /// Starts hoso on a disk and checks what came of it, which is given back; nil where the start ended with an error.
    @discardableResult
    func restart(
        on disk: SimulatedDisk, start: Int, isRecording: Bool = false, _ misfortune: @autoclosure () -> String
    ) -> SimulatedCalls? {
        let calls = SimulatedCalls(disk, isRecording: isRecording)
        do {
            try story.run(on: calls, start: start)
            note(try promises.broken(calls.disk, interrupted: disk, start: start), misfortune())
            return calls
        } catch {
            note(["the next start ended with: \(error)"], misfortune())
            return nil
        }
    }

    func note(_ broken: [String], _ misfortune: @autoclosure () -> String) {
        guard !broken.isEmpty else { return }
        let violation = CrashCounts.Violation(
            story: story.name, misfortune: misfortune(), broken: Array(broken.prefix(10)))
        count { $0.violations.append(violation) }
    }

    static func words(_ choice: CutChoices.Choice) -> String {
        choice.isEmpty
            ? "nothing"
            : choice.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
}
