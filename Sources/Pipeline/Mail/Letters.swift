import Dossiers
import Publications
import Settings

/// The letters of this site: its wording, its addresses, its catalogue.
struct Letters: Sendable {
    private let site: Site
    private let templates: NoticeTemplates
    private let from: MailAddress
    private let staff: MailAddress

    init(site: Site, templates: NoticeTemplates) {
        self.site = site
        self.templates = templates
        from = site.notices.from
        staff = site.incidentsTo
    }

    /// Where a letter goes, from the outbox.
    func path(_ kind: NoticeKind, about entry: Entry) -> String {
        let folder = kind.isForStaff ? "incidents" : "notices"
        let name = LetterName(.notice(kind), about: about(entry), at: entry.at, eventNumber: entry.number)
        return "\(folder)/\(name)"
    }

    /// The letter that tells of the entry with number `cause`.
    func bytes(_ kind: NoticeKind, cause: Int, _ verdict: Verdict) -> [UInt8] {
        guard let entry = verdict.entries.first(where: { $0.number == cause }) else {
            preconditionFailure("a letter tells of an event of its own claim")
        }
        return Notice.bytes(kind, context(kind, entry, verdict.dossier), templates: templates)
    }

    /// The page of the letter that tells of `entry`, to be printed again; `dossier` as the entry's claim left it.
    func page(_ kind: NoticeKind, _ entry: Entry, _ dossier: Dossier?) -> [UInt8] {
        Notice.page(kind, context(kind, entry, dossier), templates: templates)
    }

    /// The control sheet of a dossier as it stands at `now`.
    func controlSheet(of dossier: Dossier, now: Moment) -> [UInt8] {
        let entry = Entry(
            number: dossier.code.number, at: now, claim: "", dossier: dossier.code, event: .nightlyDone(day: now.day))
        return ControlSheet.html(
            dossier, context: context(.receipt, entry, dossier), names: site.catalogue.agencies.mapValues(\.name),
            calendar: { [calendars = site.calendars] agency in
                dossier.deadlines?.handOverBy == nil
                    ? calendars.calendar(of: dossier) : calendars.calendar(of: dossier, for: agency)
            }, templates: templates)
    }

    /// A letter to staff about something that stands in no ledger.
    func incident(_ kind: String, effect: String, at: Moment, number: Int) -> (name: String, bytes: [UInt8]) {
        let name = LetterName(.notice(.incident), about: site.code, at: at, eventNumber: number)
        let context = NoticeContext(
            subject: .house(kind: kind, effect: effect, StaffText(incident: kind, isOpen: true, at: at)),
            procedure: nil, agency: nil, siteName: site.name,
            siteCode: site.code, from: from, staff: staff, at: at, eventNumber: number)
        return (name.description, Notice.bytes(.incident, context, templates: templates))
    }

    /// The register of dossiers received in a period, of one agency or of all.
    func registerSheet(_ dossiers: [Dossier], from: Day, to: Day, agency: AgencyCode?) -> [UInt8] {
        RegisterSheet.html(
            dossiers, from: from, to: to, agency: agency.flatMap { site.catalogue.agencies[$0]?.name },
            site: site.name, catalogue: site.catalogue, templates: templates)
    }

    private func context(_ kind: NoticeKind, _ entry: Entry, _ dossier: Dossier?) -> NoticeContext {
        // Codes follow one another, so that anybody can name one: who has no part in a dossier hears nothing of it (Điều 13.5).
        let isStrange = dossier.map { entry.event.isStrange(to: $0) } ?? false
        let known = isStrange && !kind.isForStaff ? nil : dossier
        let (subject, procedure) = subject(kind, entry, known)
        let agency = agency(entry, known, procedure)
        var context = NoticeContext(
            subject: subject, procedure: procedure, agency: agency, siteName: site.name, siteCode: site.code,
            from: from, staff: staff, at: entry.at, eventNumber: entry.number)
        if known == nil { context.given = entry.dossier }
        if let dossier = known, let order = kind.refund(of: dossier) {
            let refunding = dossier.agency(givingBack: order)
            context.refunding = site.catalogue.agencies[refunding]?.name ?? refunding.description
        }
        context.parent = agency?.parent.flatMap { site.catalogue.agencies[$0]?.name }
        context.formerAgency = known?.agencyBefore.flatMap { site.catalogue.agencies[$0]?.name }
        return context
    }

    /// The agency that sent what is answered, else the one that leads the dossier, else the procedure's.
    private func agency(_ entry: Entry, _ dossier: Dossier?, _ procedure: Procedure?) -> Agency? {
        let agencies = site.catalogue.agencies
        if let sender = entry.event.rejection?.agency { return agencies[sender] }
        return (dossier?.agency ?? procedure?.agency ?? entry.dossier?.agency).flatMap { agencies[$0] }
    }

    private func about(_ entry: Entry) -> String {
        if case .refused(let refusal) = entry.event { return refusal.submission }
        if case .feedback(let feedback) = entry.event { return feedback.message }
        return entry.dossier?.description ?? site.code
    }

    private func subject(
        _ kind: NoticeKind, _ entry: Entry, _ dossier: Dossier?
    ) -> (NoticeContext.Subject, Procedure?) {
        if kind.isForStaff {
            let about = entry.dossier.map { "Dossier \($0). " } ?? ""
            let since = if case .incident = entry.event { "Since \(entry.at): " } else { "" }
            let effect = about + since + entry.event.effect(dossier)
            let procedure = dossier.flatMap { site.catalogue.procedure(of: $0) }
            let text = StaffText(entry, dossier, procedure)
            return (.house(kind: entry.event.word, effect: effect, text), nil)
        }
        if case .refused(let refusal) = entry.event {
            return (.refusal(refusal), site.catalogue.procedure(refusal.procedure, on: entry.at.day))
        }
        if case .feedback(let feedback) = entry.event {
            let account = feedback.account.flatMap { account in site.accounts[account.revealed].map { (account, $0) } }
            var submitter = Submitter(account: account?.0, name: account?.1.name ?? "")
            submitter.email = account?.1.email
            // That it is the dossier's tells as much as if it had not been asked.
            let isTold = dossier != nil || entry.dossier == nil
            let procedure = feedback.procedure.flatMap { isTold ? site.catalogue.procedure($0, on: entry.at.day) : nil }
            return (.feedback(feedback, submitter), procedure)
        }
        let procedure = dossier.flatMap { site.catalogue.procedure(of: $0) }
        if case .rejected(let rejection) = entry.event { return (.answer(rejection, dossier), procedure) }
        guard let dossier else {
            preconditionFailure("a letter to a citizen is about a dossier or a refused submission")
        }
        return (.dossier(dossier), procedure)
    }
}

extension Event {
    /// Whether a letter about it goes to somebody who has no part in the dossier that was named.
    fileprivate func isStrange(to dossier: Dossier) -> Bool {
        if case .feedback(let feedback) = self { return feedback.account != dossier.receipt.submitter.account }
        guard let sender = rejection?.agency else { return false }
        return !dossier.agencies.contains(sender) && !dossier.holdings.contains { $0.agency == sender }
    }

    /// The stable word under which staff hear of it.
    fileprivate var word: String {
        switch self {
        case .quarantined(let item): "quarantined: \(item.code)"
        case .unmatched: "unmatched"
        case .remarked(let remark): "remark: \(remark.rawValue)"
        case .mayLieUnmatched: "remark: \(Remark.scanUnmatched.rawValue)"
        case .violationMarked: "suspected-violation"
        case .violationCleared: "suspected-violation: cleared"
        case .rejected(let rejection): "rejected: \(rejection.reason)"
        case .incident(let kind, let open, _): open ? kind : "\(kind): over"
        default: "note"
        }
    }

    /// What happened, in English, and where it lies; no personal data.
    fileprivate func effect(_ dossier: Dossier?) -> String {
        switch self {
        case .quarantined(let item):
            "From Inbox/\(item.channel), kept in State/quarantine/\(item.name)/: \(item.reason)"
        case .unmatched(let item):
            "Kept in State/unmatched/\(item.name)/, from \(item.channel.map { "Inbox/\($0)" } ?? "the inbox"): \(item.reason). A form that comes by the same folder and declares its digest takes it along by itself; else «hoso unmatched join» puts it to its dossier."
        case .rejected(let rejection):
            "Message \(rejection.message) (\(rejection.kind)) from Inbox/\(rejection.channel) took no effect: \(rejection.reason)"
                + (rejection.detail.map { " (\($0))" } ?? "") + ". \(rejection.nextStep(dossier))"
        case .remarked(.paidAtCounter):
            "A fee of a dossier of level 4 was paid at the counter; online, by post or by bank is foreseen (Điều 7.2b)."
        case .remarked(.paidToFormerAgency):
            "The fee went to the account of an agency that led this dossier before it was rerouted, as an earlier letter had told. It counts, and its citizen pays no more; tell both agencies. An order to give it back is made out to the agency that has it."
        case .remarked(.paidToFormerAccount):
            "The fee went to an account that an earlier letter gave and that the agency does not publish any more. It counts, and its citizen pays no more; have the agency see whether the money is there."
        case .remarked(.collectedUnpaid):
            "The result was handed over, and the fee that was due with it at the latest is not recorded (Điều 16.3)."
        case .remarked(.scanAlone), .remarked(.scanNotAwaited), .remarked(.scanFaulty): scanned(dossier)
        case .remarked(.copyNotCounted):
            "Copies came by post of which not every one counts, or none is what is asked for: damaged in scanning, without certifiedBy and certifiedOn, certified on a day that has not come, of a component that is not asked for, or without the form that was signed by hand where it alone is asked for. hoso show says which; where the paper itself is right, scan it again under the component that it is, the form under its own, and drop a new postalCopy package."
        case .remarked(.scanUnmatched):
            "A file that the form of this dossier names lies in State/unmatched: it came before its form, and was not waited for any longer. The citizen was asked for it; a supplement that names it, and brings it along, mends that."
        case .mayLieUnmatched(let names):
            "A file that the form of this dossier names did not come, and what may be it lies in State/unmatched: \(names.joined(separator: ", ")). The citizen was asked for it. «hoso unmatched list» tells name, size and digest; where it is the one, «hoso unmatched join» puts it to the dossier."
        case .remarked(.futureTime):
            "The sender's own time lies in the future. It is recorded, and nothing is counted by it (Điều 16.2)."
        case .remarked(.unlistedFile):
            "Files came with a message that does not name them; they were not looked at and count for nothing. They lie with the message in the archive, and go to the agency with it where it goes on (Điều 7.1a)."
        case .remarked(.copyNotAsked):
            "A postal copy lies with the papers of this dossier, which waits for a supplement: a copy makes up for a missing signature alone (Điều 7.2a). Its citizen was told so; where it is the paper that is asked for, that has to be sent as a supplement."
        case .remarked(.copyAside):
            "Certified copies lie with the papers of this dossier that are still to come online: each counts once its file is there (Điều 7.2a). Its citizen was told so; nothing is to be scanned or sent by post again."
        case .violationMarked(let act), .violationCleared(let act): "By \(act.by): \(act.reason)"
        case .incident(_, let open, let effect): open ? effect : "It is over."
        default: ""
        }
    }

    /// What became of a scan that came without a form.
    private func scanned(_ dossier: Dossier?) -> String {
        let scan = dossier?.scans.last
        let file = scan.map { " «\(ShownText.line($0.paper.file))»" } ?? ""
        let kept =
            "A scan\(file) lies with the papers of this dossier"
            + (dossier?.isHandedOver == true ? ", and went to its agencies. " : ". ")
        let slip = " Where the code in its name is a slip, drop the scan again under the right one."
        switch self {
        case .remarked(.scanFaulty):
            let fault = scan?.fault.map { ": \(FindingText.english($0, procedure: nil))" } ?? ""
            return kept + "Nobody can use it\(fault). The citizen is not asked for it; scan the paper again." + slip
        case .remarked(.scanNotAwaited): return kept + "The dossier waits for no paper." + slip
        default:
            let asksForPost = dossier?.findings.contains { $0.severity == .postalCopy } ?? true
            return kept + "The dossier waits on: "
                + (asksForPost
                    ? "a scan alone does not say who certified it, nor when. Where it is what is waited for, drop a postalCopy package with certifiedBy and certifiedOn into Inbox/postal (Điều 7.2a)."
                    : "a scan stands for no file that the citizen is asked for, who sends it as a supplement.")
                + slip
        }
    }
}
