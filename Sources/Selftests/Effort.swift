/// How much of what could be gone through is gone through.
package struct Effort: Sendable {
    /// Of what is drawn at random.
    package var seed: UInt64
    /// How many cuts, and how many faults, of each story are drawn; nil for all of them.
    package var sample: Int?
    /// After which time a story's drawing of more than pairs ends.
    package var budget: Duration

    package init(seed: UInt64 = 1, sample: Int? = nil, budget: Duration = .seconds(60)) {
        self.seed = seed
        self.sample = sample
        self.budget = budget
    }
}
