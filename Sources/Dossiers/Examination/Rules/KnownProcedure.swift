/// The procedure must be one of the province's (Quy chế Điều 1).
struct KnownProcedure: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        guard submissionCase.procedure == nil else { return [] }
        return [Finding(.unknownProcedure, found: submissionCase.submission.procedure)]
    }
}
