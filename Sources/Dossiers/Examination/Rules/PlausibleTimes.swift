/// A sender's clock that runs ahead is remarked on; the deadlines go by ours.
struct PlausibleTimes: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        guard submissionCase.submission.submittedAt > submissionCase.now else { return [] }
        return [Finding(.futureTime, found: submissionCase.submission.submittedAt.description)]
    }
}
