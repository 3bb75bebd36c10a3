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
        let copies = followUpCase.attachments.compactMap { examinedPaper($0, matter) }
        let faults = followUpCase.attachments.compactMap { finding(for: $0, matter) }
        let differences = copies.filter { !procedure.isForm($0.component ?? "") }.compactMap {
            difference(of: $0, from: dossier.papers)
        }
        let faulty = Set(faults.compactMap(\.component))
        func received(lacking: [Finding] = []) -> Event {
            .postalCopyReceived(
                PostalCopyReceipt(
                    message: followUpCase.followUp.id, trackingNumber: trackingNumber, receivedAt: receivedAt,
                    papers: copies, findings: faults + differences + lacking))
        }
        let sound = copies.filter { !faulty.contains($0.component ?? "") }
        let isAside = sound.contains { !procedure.isForm($0.component ?? "") && dossier.asksOnline(for: $0.component) }
        let aside: [Event] = isAside ? [.remarked(.copyAside)] : []
        let asksForPost = dossier.findings.contains { $0.severity == .postalCopy }
        guard asksForPost else {
            guard dossier.standing == .awaitingSupplement else { return .effect([received()]) }
            let isFaulty = faulty.contains { dossier.asksOnline(for: $0) }
            let told: [Event] =
                isFaulty ? [.remarked(.copyNotCounted)] : isAside ? [] : [.remarked(.copyNotAsked)]
            return .effect([received()] + aside + told)
        }

        let came = Set(followUpCase.attachments.map(\.declared.component)).subtracting(faulty)
        let before = Examination(papers: dossier.papers, findings: dossier.findings, signatures: dossier.signatures)
        let counted = CopyCounting.count(
            sound + dossier.copiesAside, came: came.union(dossier.copiesAside.compactMap(\.component)), in: before,
            of: dossier, procedure)
        // A form lies beside copies that are here already, though they count later.
        let alone =
            isAside ? [] : CopyCounting.formsAlone(in: counted.findings, procedure).filter { !faulty.contains($0) }
        let lacking = alone.map { Finding(.missingComponent, component: $0) }
        let allCount = faults.isEmpty && lacking.isEmpty && (isAside || counted.findings != dossier.findings)
        return .effect(
            [received(lacking: lacking), .examined(counted)] + matter.standing(counted.findings) + aside
                + (allCount ? [] : [.remarked(.copyNotCounted)]))
    }

    /// The first thing that keeps a copy from counting; nil where it counts.
    private static func finding(for attachment: SubmissionCase.Attachment, _ matter: Matter) -> Finding? {
        // Whatever types the component takes online: the desk's scanner is not the citizen's choice.
        if let fault = attachment.fault { return fault }
        let declared = attachment.declared
        if matter.procedure.isForm(declared.component) || certification(declared, matter.now) != nil { return nil }
        var finding = Finding(.notCertified, component: declared.component, file: attachment.paper?.file)
        if let on = declared.certifiedOn, on > matter.now.day { finding.found = on.description }
        return finding
    }

    /// Who certified a copy, and when; nil where that is not said, or on a day that has not come.
    private static func certification(_ declared: DeclaredAttachment, _ now: Moment) -> ExaminedPaper.Vouched? {
        guard let by = declared.certifiedBy, by.saysSomething, let on = declared.certifiedOn, on <= now.day else {
            return nil
        }
        return .byCertification(by: by, on: on)
    }

    /// How a copy differs from the paper that came online, where that shows: it is of no component that came, or has
    /// another number of pages.
    static func difference(of examined: ExaminedPaper, from papers: [ExaminedPaper]) -> Finding? {
        let (component, copy) = (examined.component, examined.paper)
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

    private static func examinedPaper(_ attachment: SubmissionCase.Attachment, _ matter: Matter) -> ExaminedPaper? {
        let declared = attachment.declared
        return attachment.paper.map {
            ExaminedPaper(
                component: declared.component, paper: $0, vouched: certification(declared, matter.now) ?? .byNothing)
        }
    }
}
