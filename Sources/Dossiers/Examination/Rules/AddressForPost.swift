/// A result that goes by post needs an address (Điều 8.2b): where none is named nothing stops, but somebody has to ask for it.
struct AddressForPost: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        let submission = submissionCase.submission
        // Below level 4 results are handed over at the counter (Điều 8.2a).
        guard submission.level == 4, submission.resultDelivery == .post,
            submission.submitter.address?.revealed.saysSomething != true
        else { return [] }
        return [Finding(.addressMissing)]
    }
}
