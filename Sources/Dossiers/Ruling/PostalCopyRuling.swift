/// What certified copies do to a dossier that is not, or not wholly, signed (Điều 7.2a).
enum PostalCopyRuling {
    /// The dossier goes on when each required attachment without a signature that counts has come, certified by whom and
    /// when.
    ///
    /// An optional one that is not among them stays, marked. The paper form is signed by hand and needs no certificate: it is
    /// taken to lie beside copies that were asked for, and has to be seen where it comes alone.
    static func judge(
        _ followUpCase: FollowUpCase, trackingNumber: String, receivedAt: Moment, _ matter: Matter
    ) -> Judgement {
        let dossier = matter.dossier
        let procedure = matter.procedure
        let faults = followUpCase.attachments.compactMap { finding(for: $0, procedure) }
        let copyFindings =
            faults + followUpCase.attachments.compactMap { difference(of: $0, from: dossier.papers, procedure) }
        func received(lacking: [Finding] = []) -> Event {
            .postalCopyReceived(
                PostalCopyReceipt(
                    message: followUpCase.followUp.id, trackingNumber: trackingNumber, receivedAt: receivedAt,
                    papers: followUpCase.attachments.compactMap(examinedPaper), findings: copyFindings + lacking))
        }
        let asksForPost = dossier.findings.contains { $0.severity == .postalCopy }
        guard asksForPost else {
            let waits = dossier.standing == .awaitingSupplement
            return .effect([received()] + (waits ? [.remarked(.copyNotAsked)] : []))
        }

        let faulty = Set(faults.compactMap(\.component))
        // Whoever certified the copies saw the originals, and no lone scan of the office's.
        var papers = dossier.papers
        for attachment in followUpCase.attachments where !faulty.contains(attachment.declared.component) {
            guard let by = attachment.declared.certifiedBy, let on = attachment.declared.certifiedOn else { continue }
            for index in papers.indices
            where papers[index].component == attachment.declared.component
                && papers[index].vouched == .byNothing && !dossier.isScan(papers[index])
            {
                papers[index].vouched = .byCertification(by: by, on: on)
            }
        }
        let came = Set(followUpCase.attachments.map(\.declared.component)).subtracting(faulty)
        let left = remaining(dossier.findings, came: came, procedure: procedure)
        let findings = left + unfitting(dossier, left: left)
        let lacking = formsAlone(in: findings, procedure).filter { !faulty.contains($0) }.map {
            Finding(.missingComponent, component: $0)
        }
        let examination = Examination(papers: papers, findings: findings, signatures: dossier.signatures)
        let allCount = faults.isEmpty && lacking.isEmpty && left != dossier.findings
        let told: [Event] = allCount ? [] : [.remarked(.copyNotCounted)]
        return .effect([received(lacking: lacking), .examined(examination)] + matter.standing(findings) + told)
    }

    /// The first thing that keeps a copy from counting; nil where it counts.
    private static func finding(for attachment: SubmissionCase.Attachment, _ procedure: Procedure) -> Finding? {
        // Whatever types the component takes online: the desk's scanner is not the citizen's choice.
        if let fault = attachment.fault { return fault }
        let declared = attachment.declared
        if procedure.isForm(declared.component) { return nil }
        guard declared.certifiedBy?.isEmpty == false, declared.certifiedOn != nil else {
            return Finding(.notCertified, component: declared.component, file: attachment.paper?.file)
        }
        return nil
    }

    /// How a copy differs from the paper that came online, where that shows: it is of no component that came, or has
    /// another number of pages.
    private static func difference(
        of attachment: SubmissionCase.Attachment, from papers: [ExaminedPaper], _ procedure: Procedure
    ) -> Finding? {
        let component = attachment.declared.component
        guard let copy = attachment.paper, !procedure.isForm(component) else { return nil }
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

    /// What is still asked for by post; nothing more once every required attachment has come, and the form with them or by itself.
    ///
    /// - Parameter came: the components of which the copies count.
    private static func remaining(_ findings: [Finding], came: Set<String>, procedure: Procedure) -> [Finding] {
        let asked = findings.filter { $0.severity == .postalCopy }
        let open = asked.filter { !came.contains($0.component ?? "") }
        // What is said of no file is said of a form that was filled in online.
        let (openForms, openPapers) = (open.filter { $0.file == nil }, open.filter { $0.file != nil })
        let isWhole = !openPapers.contains { procedure.requires($0.component) }
        let copiesCame = asked.contains { $0.file != nil && came.contains($0.component ?? "") }
        let isEnough = isWhole && (copiesCame || (openForms.isEmpty && open.count < asked.count))
        return findings.compactMap { finding in
            guard finding.severity == .postalCopy else { return finding }
            guard open.contains(finding) else { return nil }
            guard isEnough else { return finding }
            return finding.file.map { Finding(.notCertified, component: finding.component, file: $0) }
        }
    }

    /// The papers that are asked for no more and do not fit their own signature: a true copy vouches for what came by post, and
    /// the officer is shown that what came online was another thing (Điều 4.6).
    private static func unfitting(_ dossier: Dossier, left: [Finding]) -> [Finding] {
        let settled = dossier.findings.filter { $0.severity == .postalCopy && !left.contains($0) }
        let shown = dossier.papers.filter { paper in
            paper.paper.doesNotFitItsSignature
                && settled.contains { $0.component == paper.component && $0.file == paper.paper.file }
        }.map { Finding(.paperSignatureBroken, component: $0.component, file: $0.paper.file) }
        return shown.filter { !left.contains($0) }
    }

    /// The forms that are still awaited where no copy of a required paper is.
    private static func formsAlone(in findings: [Finding], _ procedure: Procedure) -> [String] {
        let awaited = findings.filter { $0.severity == .postalCopy }
        guard !awaited.contains(where: { $0.file != nil && procedure.requires($0.component) }) else { return [] }
        return awaited.filter { $0.file == nil }.compactMap(\.component)
    }
}

extension Procedure {
    fileprivate func requires(_ component: String?) -> Bool {
        component.flatMap { self.component($0) }?.required == true
    }
}
