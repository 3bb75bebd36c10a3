/// The package holds no file that the form does not name (Điều 7.1a).
struct NoUnlistedFiles: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        submissionCase.unlisted.map { Finding(.unlistedFile, file: $0.file) }
    }
}
