/// What was received before the decree came into force is not judged by it: a person looks at it (Quyết định, Điều 2).
struct RulesInForce: Rule {
    /// 20 April 2018.
    private static let since = Day(number: 17_641)

    static func hold(on day: Day) -> Bool { day >= since }

    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        Self.hold(on: submissionCase.now.day) ? [] : [Finding(.beforeRules)]
    }
}
