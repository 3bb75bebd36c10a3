/// What the procedure does not ask for is kept and said, but stops nothing (Điều 3.4).
struct KnownComponents: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        guard let procedure = submissionCase.procedure else { return [] }
        let attachments = submissionCase.attachments.map { ($0.declared.component, Optional($0.declared.file)) }
        let forms = submissionCase.submission.forms.map { ($0, String?.none) }
        return (forms + attachments).filter { procedure.component($0.0) == nil }.map {
            Finding(.unknownComponent, component: $0.0, file: $0.1)
        }
    }
}
