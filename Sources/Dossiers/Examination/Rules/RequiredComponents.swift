/// Every required component is filled in or named (Điều 14.1).
struct RequiredComponents: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        guard let procedure = submissionCase.procedure else { return [] }
        func isGiven(_ id: String) -> Bool {
            submissionCase.submission.forms.contains(id)
                || submissionCase.attachments.contains { $0.declared.component == id }
        }
        return procedure.components.filter { $0.required && !isGiven($0.id) }.map {
            Finding(.missingComponent, component: $0.id)
        }
    }
}
