/// How much of what could be gone through is gone through.
package struct Effort: Sendable {
    /// Of what is drawn at random.
    package var seed: UInt64
    /// How many cuts, and how many faults, of each story are drawn; nil for all of them.
    package var sample: Int?
    /// How many of the choices beyond three changes of one folder are drawn at each crash point.
    package var beyond: Int
    /// How many threads share the work.
    package var workers: Int

    package init(seed: UInt64 = 1, sample: Int? = nil, beyond: Int = 2, workers: Int = 1) {
        self.seed = seed
        self.sample = sample
        self.beyond = beyond
        self.workers = workers
    }
}
