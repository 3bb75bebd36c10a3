/// A fee that is due with a submission at level 4 is paid before the dossier goes on (Điều 7.2b).
struct FeeAtSubmission: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        guard submissionCase.submission.level == 4, let fee = submissionCase.procedure?.fee, fee.due == .submission,
            fee.amount > 0
        else { return [] }
        return [Finding(.fee, expected: String(fee.amount))]
    }
}
