/// What the law makes of a new submission.
package enum SubmissionRuling {
    /// A submission is refused only for what no supplement can mend; any other gets its code, and its first state.
    ///
    /// - Parameters:
    ///   - known: what the ledger knows of the submission's id.
    ///   - nextNumber: the number that the agency gives next on a day.
    ///   - now: our time of taking in, by which the clocks run.
    package static func rule(
        _ examined: ExaminedSubmission, known: KnownSubmission?, calendar: WorkingCalendar, now: Moment,
        nextNumber: (AgencyCode, Day) -> Int
    ) -> Ruled {
        let submission = examined.submissionCase.submission
        if let known {
            if known.content == examined.content {
                return Ruled(dossier: known.dossier, events: [.repeated(submission: submission.id)])
            }
            // The conflict that was told is not told again, however often a sender repeats it.
            if known.conflicts.contains(examined.content) {
                return Ruled(dossier: nil, events: [.repeated(submission: submission.id)])
            }
            return refused(examined, findings: [Finding(.duplicateOther)], dossier: known.dossier)
        }
        let findings = examined.examination.findings
        if let procedure = examined.submissionCase.procedure, procedure.central {
            return forwarded(examined, procedure, now: now, nextNumber: nextNumber)
        }
        guard let procedure = examined.submissionCase.procedure, !findings.contains(where: { $0.severity == .refusal })
        else { return refused(examined, findings: findings) }

        let code = DossierCode(
            agency: procedure.agency, day: now.day, number: nextNumber(procedure.agency, now.day))
        let receipt = Receipt(
            submission: submission, content: examined.content, procedure: procedure, channel: examined.channel)
        return Ruled(
            dossier: code,
            events: [.received(receipt), .examined(examined.examination)]
                + Standing.events(
                    findings: findings, dossier: nil, procedure: procedure, calendar: calendar, now: now))
    }

    /// A ministry's own procedure is judged by the ministry's rules: it gets a code, so that it can be traced, and is handed
    /// on as it came (Điều 2.2).
    private static func forwarded(
        _ examined: ExaminedSubmission, _ procedure: Procedure, now: Moment, nextNumber: (AgencyCode, Day) -> Int
    ) -> Ruled {
        let code = DossierCode(
            agency: procedure.agency, day: now.day, number: nextNumber(procedure.agency, now.day))
        let receipt = Receipt(
            submission: examined.submissionCase.submission, content: examined.content, procedure: procedure,
            channel: examined.channel)
        let examination = Examination(
            papers: examined.examination.papers, findings: [], signatures: examined.examination.signatures)
        return Ruled(dossier: code, events: [.received(receipt), .examined(examination), .forwarded])
    }

    /// - Parameter dossier: the one that has the submission's id.
    private static func refused(
        _ examined: ExaminedSubmission, findings: [Finding], dossier: DossierCode? = nil
    ) -> Ruled {
        Ruled(
            dossier: nil,
            events: [
                .refused(
                    Refusal(
                        submission: examined.submissionCase.submission, content: examined.content, findings: findings,
                        channel: examined.channel, dossier: dossier))
            ])
    }
}
