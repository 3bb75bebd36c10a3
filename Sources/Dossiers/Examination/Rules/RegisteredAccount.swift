/// From level 3 on a submission comes by a registered account (Điều 6.2).
struct RegisteredAccount: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        guard submissionCase.submission.level >= 3, !submissionCase.accountIsRegistered else { return [] }
        return [Finding(.unregisteredAccount)]
    }
}
