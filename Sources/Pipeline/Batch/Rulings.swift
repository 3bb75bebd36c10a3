import Bytes
import Dossiers
import Files
import Intake
import Ledgers
import Settings

/// From what was read to numbered events: where the law meets the register.
extension Office {
    /// Rules on one claim against the register as the batch has made it so far, and enters the events there.
    ///
    /// Nil where the procedure of its dossier has left the catalogue, so that nobody can rule on it.
    func rule(_ claim: Claim, _ read: Read, in draft: inout Register) throws -> Verdict? {
        let now = clock.now
        guard let ruled = try ruling(claim, read, draft, now: now) else { return nil }
        let entries = try draft.take(ruled.events, claim: claim.id, dossier: ruled.dossier, at: now)
        let dossier = try ruled.dossier.flatMap { try draft.dossier($0) }
        let isUntold = ruled.events.contains(where: \.isNotTakenIn) && isStorm(draft, now)
        let outputs = plan(entries, dossier: dossier).filter { $0.kind != .incident || !isUntold }
        let verdict = Verdict(claimID: claim.id, entries: entries, dossier: dossier, outputs: outputs)
        try draft.expect(verdict)
        return verdict
    }

    /// So many letters a day tell staff of what could not be taken in; after that one in a hundred does (OP8).
    private static let staffLetters = 20

    private func isStorm(_ draft: Register, _ now: Moment) -> Bool {
        isFlood(draft, now) && notTakenIn(draft, now) % 100 != 0
    }

    /// Whether so much could not be taken in today that staff have no letter for each.
    func isFlood(_ draft: Register, _ now: Moment) -> Bool { notTakenIn(draft, now) > Self.staffLetters }

    private func notTakenIn(_ draft: Register, _ now: Moment) -> Int {
        draft.tallies.filter { $0.key.day == now.day && $0.key.kind != .repeated }.values.reduce(0, +)
    }

    private func ruling(_ claim: Claim, _ read: Read, _ draft: Register, now: Moment) throws -> Ruled? {
        switch read {
        case .unreadable(let error):
            return try quarantine(claim, code: error.code.rawValue, reason: error.description, draft)
        case .unfinished, .written:
            preconditionFailure("a claim that was not read to its end is put off before it is ruled on")
        case .stray(let paper):
            return try unmatched(claim, paper, reason: whyStray(claim, paper, draft, now: now), draft)
        case .package(let package):
            guard claim.channel.speaks(package.message) else {
                return try quarantine(
                    claim, code: "wrong-folder",
                    reason: "a message of this kind is not taken from Inbox/\(claim.channel)",
                    draft)
            }
            if case .followUp(let followUp) = package.message, case .scan(_, let file) = followUp.content {
                let paper = package.papers.first ?? nil
                if try draft.dossier(followUp.dossier) == nil {
                    return try unmatched(claim, paper, reason: "no dossier has the code \(followUp.dossier)", draft)
                }
                if let other = ScanName(file)?.other {
                    return try unmatched(
                        claim, paper,
                        reason: "its name has the codes of two dossiers, \(followUp.dossier) and \(other): "
                            + "each gets a scan of its own, named by its code alone", draft)
                }
            }
            return try rule(package, of: claim, draft, now: now)
        }
    }

    /// A message takes effect once: the same content again is passed over, other content under its id is answered.
    ///
    /// One that took no effect is ruled on again, since what stood in its way may be over; where the same does still, its sender
    /// was told so, and no letter goes twice. A submission's id is one for good; those of other messages are each folder's own,
    /// since no sender knows another's.
    private func rule(_ package: Package, of claim: Claim, _ draft: Register, now: Moment) throws -> Ruled? {
        let message = MessageReceipt(
            id: package.message.id, kind: package.message.kind, channel: package.channel.description,
            content: package.content, sentAt: package.message.sentAt)
        let known = try draft.message(message.id, from: message.channel)
        let ruled: Ruled
        switch package.message {
        case .submission(let submission):
            return try rule(submission, package, draft, now: now)
        case .followUp(let followUp):
            let dossier = try draft.dossier(followUp.dossier)
            let fromStranger = dossier.flatMap { followUp.content.isFromStranger(to: $0) }
            if let again = answer(to: message, known, dossier?.code, fromStranger: fromStranger) { return again }
            let followUpCase = FollowUpCase(
                followUp: followUp, attachments: package.attachments, unlisted: package.unlisted,
                signatures: package.signatures, channel: message.channel, claim: claim.id)
            guard
                let effect = FollowUpRuling.rule(
                    followUpCase, dossier, dossier.flatMap { self.matter(of: $0, now: now) })
            else { return nil }
            ruled = effect
        case .feedback(let feedback):
            let dossier = try feedback.dossier.flatMap { try draft.dossier($0) }
            let fromStranger = dossier.map {
                feedback.account == nil || feedback.account != $0.receipt.submitter.account
            }
            if let again = answer(to: message, known, dossier?.code, fromStranger: fromStranger) { return again }
            ruled = FeedbackRuling.rule(
                feedback, dossier: dossier,
                procedure: feedback.procedure.flatMap { site.catalogue.procedure($0, on: now.day) },
                sender: package.channel.agency)
        case .yearlyReport(let report):
            if let again = answer(to: message, known, nil) { return again }
            guard let agency = package.channel.agency else {
                preconditionFailure("a yearly report is taken from agencies' folders only")
            }
            ruled = YearlyReportRuling.rule(
                report, attachments: package.attachments, unlisted: package.unlisted, by: agency)
        }
        if let before = known?.rejection, ruled.rejects(as: before) { return .repeated(message) }
        let isAhead = package.message.isAhead(of: now)
        return Ruled(
            dossier: ruled.dossier,
            events: [.messageReceived(message)] + ruled.events + (isAhead ? [.remarked(.futureTime)] : []))
    }

    /// What becomes of a message because of the one that had its id before; nil where the law is to rule on it.
    private func answer(
        to message: MessageReceipt, _ known: KnownMessage?, _ dossier: DossierCode?, fromStranger: Bool? = nil
    ) -> Ruled? {
        guard let known else { return nil }
        guard known.content != message.content else { return known.rejection == nil ? .repeated(message) : nil }
        guard !known.conflicts.contains(message.content) else { return .repeated(message) }
        let rejection = Rejection(
            message: message.id, kind: message.kind, channel: message.channel, reason: .otherContent,
            content: message.content, fromStranger: fromStranger)
        return Ruled(dossier: dossier, events: [.rejected(rejection)])
    }

    /// What the law looks at for a dossier; nil where its procedure has left the catalogue.
    func matter(of dossier: Dossier, now: Moment) -> Matter? {
        guard let procedure = site.catalogue.procedure(of: dossier) else { return nil }
        var matter = Matter(
            dossier: dossier, procedure: procedure, agency: site.catalogue.agencies[dossier.agency],
            calendar: site.calendars.calendar(of: dossier),
            handOverCalendar: site.calendars.handOverCalendar(of: dossier),
            policy: procedure.require ?? site.signatures, now: now)
        matter.formerAgencies = dossier.formerAgencies.compactMap { site.catalogue.agencies[$0] }
        return matter
    }

    private func rule(_ submission: Submission, _ package: Package, _ draft: Register, now: Moment) throws -> Ruled {
        let procedure = site.catalogue.procedure(submission.procedure, on: now.day)
        var submissionCase = SubmissionCase(
            submission: submission, attachments: package.attachments, unlisted: package.unlisted, procedure: procedure,
            accountIsRegistered: submission.submitter.account.map { site.accounts.contains($0.revealed) } ?? false,
            policy: procedure?.require ?? site.signatures, now: now)
        submissionCase.accountName = submission.submitter.account.flatMap { site.accounts[$0.revealed]?.name }
        let ruled = SubmissionRuling.rule(
            ExaminedSubmission(submissionCase, content: package.content, channel: package.channel.description),
            known: try draft.submission(submission.id), calendar: calendar(for: procedure, on: now.day), now: now
        ) { draft.nextNumber(agency: $0, day: $1) }
        return try remarkingStrays(ruled, package.attachments, draft, now: now)
    }

    /// What is received on `day` for a procedure is counted by its lead agency's hours.
    private func calendar(for procedure: Procedure?, on day: Day) -> WorkingCalendar {
        let version = site.calendars.version(on: day)
        return procedure.map { version.calendar(for: $0.agency) } ?? version.general
    }

    private func quarantine(_ claim: Claim, code: String, reason: String, _ draft: Register) throws -> Ruled {
        let name = try trayName(claim) { try draft.isInQuarantine($0) }
        return Ruled(
            dossier: nil,
            events: [
                .quarantined(Quarantined(name: name, channel: claim.channel.description, code: code, reason: reason))
            ])
    }

    private func unmatched(_ claim: Claim, _ paper: Paper?, reason: String, _ draft: Register) throws -> Ruled {
        var item = Unmatched(name: try trayName(claim) { try draft.isUnmatched($0) }, reason: reason)
        item.channel = claim.channel.description
        if let paper {
            (item.size, item.sha256) = (paper.size, paper.sha256)
            item.file = FileName(paper.file)?.description == paper.file ? paper.file : nil
        }
        return Ruled(dossier: nil, events: [.unmatched(item)])
    }

    /// The arrival's own name where no earlier one has it; made plain, since it becomes a folder's name.
    private func trayName(_ claim: Claim, isTaken: (String) throws -> Bool) throws -> String {
        let first = try claim.folder.entries().namesake
        let own = first.flatMap(\.text).flatMap { $0 == first?.description ? $0 : nil } ?? "unnamed"
        let base = own.utf8.count <= 200 && !own.hasPrefix(".") ? own : "unnamed"
        guard try isTaken(base) else { return base }
        // Anybody may send as many of one name as he likes: so one by one is not how a free number is found, nor by a number
        // that knows no end.
        var (taken, free) = (1, 2)
        while try isTaken("\(base).\(free)") { (taken, free) = (free, free < 1 << 30 ? 2 * free : free + 1) }
        while free - taken > 1 {
            let middle = (taken + free) / 2
            if try isTaken("\(base).\(middle)") { taken = middle } else { free = middle }
        }
        return "\(base).\(free)"
    }
}

extension Event {
    /// Whether it says that something could not be taken in, of which anybody can send as much as he likes.
    fileprivate var isNotTakenIn: Bool {
        switch self {
        case .rejected, .quarantined, .unmatched: true
        default: false
        }
    }
}

extension Ruled {
    /// Whether it takes no effect for the reason that it took none before; who sent it, and whose account money went to, was not
    /// told by ledgers of before.
    fileprivate func rejects(as before: Rejection) -> Bool {
        events.contains { event in
            guard case .rejected(var rejection) = event else { return false }
            rejection.fromStranger = before.fromStranger
            rejection.payment?.agency = before.payment?.agency
            return rejection == before
        }
    }

    fileprivate static func repeated(_ message: MessageReceipt) -> Ruled {
        Ruled(dossier: nil, events: [.repeated(submission: message.id)])
    }
}
