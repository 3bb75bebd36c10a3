/// Each paper is a file of its own: no file serves two components (Điều 7.1a).
struct OneFileEach: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        let given = submissionCase.attachments.filter { ($0.paper?.size ?? 0) > 0 }
        return given.enumerated().compactMap { index, attachment in
            guard
                let earlier = given[..<index].first(where: {
                    $0.paper?.sha256 == attachment.paper?.sha256
                        && $0.declared.component != attachment.declared.component
                })
            else { return nil }
            return Finding(
                .sameFileTwice, component: attachment.declared.component, file: attachment.declared.file,
                found: earlier.declared.component)
        }
    }
}
