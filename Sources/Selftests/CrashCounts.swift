/// What a rehearsal went through, and what broke.
package struct CrashCounts: Sendable, Equatable {
    /// A promise that was not kept, and how to bring it about again.
    package struct Violation: Sendable, Equatable, CustomStringConvertible {
        package let story: String
        /// Where in the story, and what went wrong there.
        package let misfortune: String
        package let broken: [String]

        package var description: String {
            "\(story), \(misfortune):\n" + broken.map { "    \($0)" }.joined(separator: "\n")
        }
    }

    /// System calls of the undisturbed stories.
    package var calls = 0
    /// Calls before which the power was cut, and the end.
    package var crashPoints = 0
    /// Disks that were left by cuts, all of them unlike one another, on which hoso started again.
    package var reorderings = 0
    /// Cuts during such a start.
    package var secondCrashes = 0
    /// Single calls that went wrong.
    package var faults = 0
    /// Of these, after which hoso ended with an error.
    package var stoppingFaults = 0
    /// Of these, after which hoso left a folder of the inbox for its next look, and said so.
    package var toldFaults = 0
    package var violations: [Violation] = []

    package init() {}

    static func += (sum: inout CrashCounts, more: CrashCounts) {
        sum.calls += more.calls
        sum.crashPoints += more.crashPoints
        sum.reorderings += more.reorderings
        sum.secondCrashes += more.secondCrashes
        sum.faults += more.faults
        sum.stoppingFaults += more.stoppingFaults
        sum.toldFaults += more.toldFaults
        sum.violations += more.violations
    }
}
