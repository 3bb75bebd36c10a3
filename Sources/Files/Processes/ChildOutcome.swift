extension ChildProcess {
    /// How a program ended, and what it said.
    package struct Outcome: Equatable, Sendable {
        /// What it returned; -1 where a signal ended it, ours included.
        package var status: Int32 = -1
        /// The signal that ended it, 0 where none did.
        package var signal: Int32 = 0
        /// What it wrote to standard output, at most the limit.
        package var output: [UInt8] = []
        /// What it wrote to standard errors, at most the limit.
        package var errors: [UInt8] = []
        /// It was ended because it took too long.
        package var timedOut = false
        /// It was ended because it wrote more than the limit.
        package var exceededLimit = false

        package init() {}

        /// Whether it ran to its end and returned 0.
        package var isSuccess: Bool { status == 0 && !timedOut && !exceededLimit }
    }
}
