import Simulation

/// Tells a story again and again, with another misfortune each time, and checks the promises after it.
struct Rehearsal {
    let story: Story
    let effort: Effort
    let promises: Promises
    /// The disk before each call of the undisturbed story, and at its end.
    let moments: [SimulatedCalls.Moment]
    var counts = CrashCounts()
    var generator: SeededGenerator
    private var seen: Set<UInt64> = []
    private var starts = 1

    /// No more violations than these are worked out; one mistake tends to break a promise in a thousand places.
    static let mostViolations = 20

    init(_ story: Story, effort: Effort) throws {
        self.story = story
        self.effort = effort
        let calls = SimulatedCalls(story.before, isRecording: true)
        try story.run(on: calls, start: 1)
        promises = try Promises(story, undisturbed: calls.disk)
        moments = calls.moments
        generator = SeededGenerator(seed: effort.seed)
        counts.calls = calls.calls
    }

    var isHopeless: Bool { counts.violations.count >= Self.mostViolations }

    /// Starts hoso on a disk and checks what came of it; false once there is no point in going on.
    mutating func restart(on disk: SimulatedDisk, _ misfortune: @autoclosure () -> String) -> Bool {
        starts += 1
        let calls = SimulatedCalls(disk)
        do {
            try story.run(on: calls, start: starts)
            note(try promises.broken(calls.disk, interrupted: disk), misfortune())
        } catch {
            note(["the next start ended with: \(error)"], misfortune())
        }
        return !isHopeless
    }

    /// The same for the disk that a choice leaves, where there was none like it before.
    mutating func restart(
        after moment: Int, keeping choice: CutChoices.Choice, _ when: String = ""
    ) -> Bool {
        let (disk, call) = (moments[moment].disk, moments[moment].call)
        guard seen.insert(disk.sum(keeping: choice)).inserted else { return !isHopeless }
        counts.reorderings += 1
        return restart(
            on: disk.cut(keeping: choice),
            "\(when)power cut before call \(moment + 1) (\(call)), left of \(disk.outstandingCount) outstanding changes: \(Self.words(choice))"
        )
    }

    mutating func note(_ broken: [String], _ misfortune: @autoclosure () -> String) {
        guard !broken.isEmpty else { return }
        counts.violations.append(
            CrashCounts.Violation(story: story.name, misfortune: misfortune(), broken: Array(broken.prefix(10))))
    }

    mutating func nextStart() -> Int {
        starts += 1
        return starts
    }

    static func words(_ choice: CutChoices.Choice) -> String {
        choice.isEmpty
            ? "nothing"
            : choice.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
}
