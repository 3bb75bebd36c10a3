private import Bytes

/// What the form names has come (Điều 14.1).
struct NamedFilesAreThere: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        submissionCase.attachments.filter { $0.paper == nil }.map {
            Finding(
                .missingFile, component: $0.declared.component, file: $0.declared.file,
                expected: $0.declared.sha256?.description)
        }
    }
}
