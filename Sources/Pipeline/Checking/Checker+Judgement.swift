import Dossiers
import Intake
import Publications
import Settings
import Signatures

/// What is said of a package that could be read.
extension Checker {
    func judge(_ path: String, kind: String, _ package: Package) -> Report {
        var report = Report(file: path, kind: kind)
        let package = package.judged(by: validation, now: clock.now.seconds)
        report.signatures = package.signatures
        guard case .submission(let submission) = package.message else {
            // Intake would wait for an absent one; what it makes of the rest, the dossier decides.
            let faults = package.attachments.faults
            let unlisted = package.unlisted.map { Finding(.unlistedFile, file: $0.file) }
            report.signatures += package.attachments.flatMap { $0.paper?.signatures ?? [] }
            report.findings = (faults + unlisted).map { CheckedFinding($0) }
            if !report.findings.isEmpty, package.message.needsSoundPapers {
                report.isAccepted = false
                report.reason = (faults.isEmpty ? RejectionReason.unlistedFile : .faultyPaper).rawValue
            } else if package.message.isResult,
                package.signatures.isBroken || package.attachments.contains(where: \.hasBrokenSignature)
            {
                report.isAccepted = false
                report.reason = RejectionReason.resultSignatureBroken.rawValue
                report.detail = "a signature does not fit, and none that does covers the whole as it is now"
            }
            return report
        }
        let procedure = site?.catalogue.procedure(submission.procedure, on: clock.now.day)
        var submissionCase = SubmissionCase(
            submission: submission, attachments: package.attachments, unlisted: package.unlisted, procedure: procedure,
            accountIsRegistered: submission.submitter.account.map { site?.accounts.contains($0.revealed) ?? true }
                ?? false,
            policy: procedure?.require ?? site?.signatures ?? .present, now: clock.now)
        submissionCase.accountName = submission.submitter.account.flatMap { site?.accounts[$0.revealed]?.name }
        let examination = Examiner.examine(submissionCase)
        report.signatures = examination.signatures + examination.papers.flatMap(\.paper.signatures)
        // Without a site nothing is known of procedures, and nothing is said of them; a ministry's own is not judged here (Điều 2.2).
        let isCentral = procedure?.central ?? false
        let findings = examination.findings.filter { !isCentral && (site != nil || $0.code != .unknownProcedure) }
        // To what is refused nothing can be added.
        let remedy: FindingRemedy = findings.contains { $0.severity == .refusal } ? .anew : .supplement
        report.findings = findings.map { CheckedFinding($0, procedure: procedure, remedy: remedy) }
        if let fatal = findings.first(where: { $0.severity <= .supplement && $0.code != .unlistedFile }) {
            report.isAccepted = false
            report.reason = fatal.code.rawValue
        }
        return report
    }
}

extension Message {
    /// Whether it is refused as a whole where one of its papers is not sound.
    fileprivate var needsSoundPapers: Bool {
        if case .yearlyReport = self { true } else { isResult }
    }

    fileprivate var isResult: Bool {
        if case .followUp(let followUp) = self, case .result = followUp.content { true } else { false }
    }
}
