/// One thing that is looked at in every submission.
///
/// A new rule is a new file and a line in `Examiner.rules`.
package protocol Rule: Sendable {
    /// Finds nothing where the rule does not apply.
    func findings(in submissionCase: SubmissionCase) -> [Finding]
}
