/// A mistake in the wording that an office has changed.
package struct TemplateProblem: Error, Sendable, Equatable {
    /// Counted from 1.
    package let line: Int
    package let message: String
}
