/// Whom the form names is whose account it came by: a difference is for the officer to look at, since a person may file for another (Điều 16.1).
struct SubmitterIsAccount: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        guard let account = submissionCase.accountName else { return [] }
        let submitter = submissionCase.submission.submitter
        let named = [submitter.name, submitter.organization].compactMap { $0 }
        // Most write the name as the portal does.
        guard !named.contains(account), !named.map(Self.plain).contains(Self.plain(account)) else { return [] }
        return [Finding(.submitterDiffers)]
    }

    /// A name without what keyboards and portals write differently: case and spaces; strings compare marks composed or not.
    private static func plain(_ name: PersonalText) -> String {
        name.revealed.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
