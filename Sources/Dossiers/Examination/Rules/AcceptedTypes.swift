/// A paper is of a type that its component accepts, by its content.
struct AcceptedTypes: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        guard let procedure = submissionCase.procedure else { return [] }
        return submissionCase.attachments.compactMap { attachment in
            guard let paper = attachment.paper, paper.size > 0, FilesAreSound.fault(of: paper) != .wrongType,
                let component = procedure.component(attachment.declared.component), component.kind == .attachment,
                !component.types.contains(paper.type)
            else { return nil }
            return Finding(
                .wrongType, component: component.id, file: paper.file, found: paper.type.rawValue,
                expected: component.types.map(\.rawValue).joined(separator: " "))
        }
    }
}
