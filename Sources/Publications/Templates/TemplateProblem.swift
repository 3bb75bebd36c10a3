/// A mistake in the wording that an office has changed.
struct TemplateProblem: Error, Sendable, Equatable {
    /// Counted from 1.
    let line: Int
    let message: String
}
