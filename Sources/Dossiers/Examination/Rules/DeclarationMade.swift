/// A form whose procedure asks for it says that its signer answers for it (Điều 16.1).
struct DeclarationMade: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        let submission = submissionCase.submission
        return (submissionCase.procedure?.components ?? []).compactMap { component in
            guard let field = component.declaration, submission.forms.contains(component.id),
                submission.ticked[component.id]?.contains(field) != true
            else { return nil }
            return Finding(.declarationMissing, component: component.id)
        }
    }
}
