/// A file is the one that the form declares: of its size and its SHA-256.
struct DeclaredSizesAndDigests: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        submissionCase.attachments.flatMap { attachment -> [Finding] in
            guard let paper = attachment.paper else { return [] }
            let declared = attachment.declared
            if let size = declared.size, size != paper.size {
                return [
                    Finding(
                        .sizeMismatch, component: declared.component, file: paper.file, found: String(paper.size),
                        expected: String(size))
                ]
            }
            guard let digest = declared.sha256, digest != paper.sha256 else { return [] }
            return [Finding(.digestMismatch, component: declared.component, file: paper.file)]
        }
    }
}
