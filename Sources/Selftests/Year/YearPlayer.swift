import Bytes
import Pipeline

/// A course that is being played for one submission.
struct YearPlayer: Sendable {
    /// The submission's id.
    let id: String
    let course: YearCourse
    /// The longest wait between two steps, in ticks of the clock.
    let patience: Int
    var next = 0
    var code = ""
    /// The state that the last step which took effect left it in; nil before the first.
    var state: String?
    /// Of the form that was brought first; nil for a sample.
    var form: Digest?
    /// For how many ticks it has waited for a draft.
    var waited = 0

    var steps: [YearStep] { course.steps }
    var isOver: Bool { next == steps.count }
    var stepID: String { steps[next].isSubmission ? id : "\(id)-\(next)" }
    /// Of its own for each step, so that what became of it can be found.
    var fileName: String {
        if case .sample(let package) = steps[next].deed { return package.name }
        return "\(id)-\(next).xml"
    }

    /// The name under which the next step is dropped.
    func fileName(_ facts: YearStep.Facts) -> String { steps[next].fileName?(facts) ?? fileName }
}
