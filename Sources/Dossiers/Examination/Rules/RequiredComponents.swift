/// Every required component is filled in or named (Điều 14.1).
struct RequiredComponents: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        guard let procedure = submissionCase.procedure else { return [] }
        let given = Set(submissionCase.submission.forms + submissionCase.attachments.map(\.declared.component))
        return procedure.components.filter { $0.required && !given.contains($0.id) }.map {
            Finding(.missingComponent, component: $0.id)
        }
    }
}
