/// What certified copies do to a dossier that is not, or not wholly, signed (Điều 7.2a).
enum PostalCopyRuling {
    /// The dossier goes on when each required attachment without a signature that counts has come, certified by whom and
    /// when.
    ///
    /// An optional one that is not among them stays, marked; the paper form is signed by hand and needs no certificate.
    static func judge(
        _ followUpCase: FollowUpCase, trackingNumber: String, receivedAt: Moment, _ matter: Matter
    ) -> Judgement {
        let dossier = matter.dossier
        let procedure = matter.procedure
        let faults = followUpCase.attachments.compactMap(finding)
        let copyFindings = faults + followUpCase.attachments.compactMap { difference(of: $0, from: dossier.papers) }
        let received = Event.postalCopyReceived(
            PostalCopyReceipt(
                message: followUpCase.followUp.id, trackingNumber: trackingNumber, receivedAt: receivedAt,
                papers: followUpCase.attachments.compactMap(examinedPaper), findings: copyFindings))
        let asksForPost = dossier.findings.contains { $0.severity == .postalCopy }
        guard asksForPost else {
            let waits = dossier.standing == .awaitingSupplement
            return .effect([received] + (waits ? [.remarked(.copyNotAsked)] : []))
        }

        let faulty = Set(faults.compactMap(\.component))
        var papers = dossier.papers
        for attachment in followUpCase.attachments where !faulty.contains(attachment.declared.component) {
            guard let by = attachment.declared.certifiedBy, let on = attachment.declared.certifiedOn else { continue }
            for index in papers.indices
            where papers[index].component == attachment.declared.component
                && papers[index].vouched == .byNothing
            {
                papers[index].vouched = .byCertification(by: by, on: on)
            }
        }
        let findings = remaining(dossier.findings, papers: papers, procedure: procedure)
        let examination = Examination(papers: papers, findings: findings, signatures: dossier.signatures)
        let told: [Event] = faults.isEmpty ? [] : [.remarked(.copyNotCounted)]
        return .effect([received, .examined(examination)] + matter.standing(findings) + told)
    }

    /// The first thing that keeps a copy from counting; nil where it counts.
    private static func finding(for attachment: SubmissionCase.Attachment) -> Finding? {
        // Whatever types the component takes online: the desk's scanner is not the citizen's choice.
        if let fault = attachment.fault { return fault }
        let declared = attachment.declared
        guard declared.certifiedBy?.isEmpty == false, declared.certifiedOn != nil else {
            return Finding(.notCertified, component: declared.component, file: attachment.paper?.file)
        }
        return nil
    }

    /// How a copy differs from the paper that came online, where that shows: it is of no component that came, or has
    /// another number of pages.
    private static func difference(
        of attachment: SubmissionCase.Attachment, from papers: [ExaminedPaper]
    ) -> Finding? {
        let component = attachment.declared.component
        guard let copy = attachment.paper else { return nil }
        let online = papers.filter { $0.component == component }
        guard !online.isEmpty else { return Finding(.copyDiffers, component: component, file: copy.file) }
        let pages = online.compactMap(\.paper.pages)
        guard let copied = copy.pages, pages.count == online.count, !pages.contains(copied),
            copied != pages.reduce(0, +)
        else { return nil }
        return Finding(
            .copyDiffers, component: component, file: copy.file, found: String(copied),
            expected: pages.map(String.init).joined(separator: " "))
    }

    private static func examinedPaper(_ attachment: SubmissionCase.Attachment) -> ExaminedPaper? {
        guard let paper = attachment.paper else { return nil }
        let declared = attachment.declared
        guard let by = declared.certifiedBy, let on = declared.certifiedOn else {
            return ExaminedPaper(component: declared.component, paper: paper)
        }
        return ExaminedPaper(component: declared.component, paper: paper, vouched: .byCertification(by: by, on: on))
    }

    /// What is still asked for by post; nothing more once every required attachment is vouched for.
    private static func remaining(
        _ findings: [Finding], papers: [ExaminedPaper], procedure: Procedure
    ) -> [Finding] {
        let open = findings.filter { finding in
            finding.severity == .postalCopy
                && papers.contains { $0.component == finding.component && $0.vouched == .byNothing }
        }
        let requiredOpen = open.filter { procedure.component($0.component ?? "")?.required == true }
        return findings.compactMap { finding in
            guard finding.severity == .postalCopy else { return finding }
            if requiredOpen.isEmpty {
                guard open.contains(finding) else { return nil }
                return Finding(.notCertified, component: finding.component, file: finding.file)
            }
            let isForm = procedure.component(finding.component ?? "")?.kind == .form
            return open.contains(finding) || isForm ? finding : nil
        }
    }
}
