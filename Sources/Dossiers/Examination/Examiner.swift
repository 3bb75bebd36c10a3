/// Looks at a submission by every rule and names every fault at once (Điều 3.4, 14.1).
package enum Examiner {
    static let rules: [any Rule] =
        [
            KnownProcedure(), OfferedLevel(), RegisteredAccount(),
            RequiredComponents(), DeclarationMade(), NamedFilesAreThere(), FilesAreSound(), AcceptedTypes(),
            DeclaredSizesAndDigests(),
            OneFileEach(), NoUnlistedFiles(), KnownComponents(),
        ] + signatureRules + [
            PapersAsSigned(), SubmitterIsAccount(), AddressForPost(), FeeAtSubmission(), PlausibleTimes(),
        ]

    /// Those that ask who signed what came, and whether that holds.
    static let signatureRules: [any Rule] = [SignedAtLevelFour(), UnbrokenBelowLevelFour(), SignerIsSubmitter()]

    /// A refusal leaves out what only a dossier that is taken in would have to do: post copies, pay, wait.
    package static func examine(_ submissionCase: SubmissionCase) -> Examination {
        let rules: [any Rule] = RulesInForce.hold(on: submissionCase.now.day) ? Self.rules : [RulesInForce()]
        var findings = rules.flatMap { $0.findings(in: submissionCase) }
        if findings.contains(where: { $0.severity == .refusal }) {
            findings.removeAll { ![.refusal, .supplement, .remark].contains($0.severity) }
        }
        let listed = submissionCase.attachments.compactMap { attachment in
            attachment.paper.map {
                ExaminedPaper(
                    component: attachment.declared.component, paper: $0,
                    vouched: submissionCase.vouching(for: attachment))
            }
        }
        return Examination(
            papers: listed + submissionCase.unlisted.map { ExaminedPaper(component: nil, paper: $0) },
            findings: findings, signatures: submissionCase.submission.signatures)
    }
}
