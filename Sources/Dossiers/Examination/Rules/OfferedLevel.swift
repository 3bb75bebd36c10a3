/// A procedure is offered up to its level, and no higher (Điều 5.1a).
struct OfferedLevel: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        guard let offered = submissionCase.procedure?.level, submissionCase.submission.level > offered else {
            return []
        }
        return [Finding(.levelNotOffered, found: String(submissionCase.submission.level), expected: String(offered))]
    }
}
