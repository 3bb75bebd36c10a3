import Delivery
import Dossiers
import Files
import Intake
import Ledgers

/// What keeps the house from its work: told to the department at once, once, and told again when it is over (Điều 13.7).
extension Office {
    /// - Parameter dossiers: how many it concerns; nil where the kind tells.
    func openIncident(_ kind: String, effect: String, concerning dossiers: Int? = nil) throws {
        guard incidents.insert(kind).inserted else { return }
        do {
            let told = "\(effect) Open dossiers concerned: \(try dossiers ?? affected(by: kind))."
            try record([.incident(kind: kind, open: true, effect: told)], as: "incident")
            say(LogEvent(.incidentOpened, "\(open: effect)", ["kind": "\(open: kind)"]))
        } catch {
            // Where the daemon goes on, it is still to be told.
            if !register.openIncidents.contains(kind) { incidents.remove(kind) }
            say(LogEvent(.failed, "not entered as an incident: \(open: effect)", ["kind": "\(open: kind)"]))
            throw error
        }
    }

    func closeIncident(_ kind: String) throws {
        guard incidents.remove(kind) != nil else { return }
        say(LogEvent(.incidentOver, "over: \(open: kind)", ["kind": "\(open: kind)"]))
        do {
            try record([.incident(kind: kind, open: false, effect: "")], as: "incident")
        } catch {
            if register.openIncidents.contains(kind) { incidents.insert(kind) }
            throw error
        }
    }

    /// Has what waits sent; told to end meanwhile, it leaves the rest for the next start.
    func sendMail() throws {
        guard let mailer else { return try closeIncident(Self.mailIncident) }
        let round = try mailRound(mailer)
        if let round {
            // Told once, and again only when it has changed.
            if let failure = round.failure, failure != mailFailure {
                say(LogEvent(.mailWaits, "the mail program did not take a letter: \(open: failure)"))
            }
            mailFailure = round.failure
        }
        let now = machine.monotonic()
        guard round != nil || stuckPace.isDue(at: now) else { return }
        // Those of before a start had nobody to hand them over; what was told is over when they are gone.
        let served = (now - startedAt) / 1_000_000_000
        let (all, stuck) = try mailer.waiting(byAge: served > Mailer.overdue || incidents.contains(Self.mailIncident))
        stuckPace.saw(all, at: machine.monotonic())
        guard stuck > 0 else { return try closeIncident(Self.mailIncident) }
        try openIncident(
            Self.mailIncident,
            effect:
                "\(stuck) letters in State/mail were each tried \(LetterTries.many) times or more, or have waited for over an hour: the mail program takes none of them, or nothing hands them over."
        )
    }

    private static let mailIncident = "mail-waits"
    /// A mail program that hangs is left alone for so long, in nanoseconds, since everything else waits for it.
    private static let mailRest = 600_000_000_000

    /// Nil where no round came to its end.
    private func mailRound(_ mailer: Mailer) throws -> Mailer.Round? {
        do {
            switch mailWay {
            case .left: return nil
            case .beside: return try mailErrand.goOn(mailer, at: machine.monotonic())
            case .inTurn:
                let now = machine.monotonic()
                guard mailRestsUntil.map({ now >= $0 }) ?? true, mailPace.isDue(at: now) else { return nil }
                let round = try mailer.send(while: goesOn)
                let end = machine.monotonic()
                mailRestsUntil = round.hangs ? end + Self.mailRest : nil
                mailPace.saw(round.sent == 0 ? round.waited : 0, at: end)
                return round
            }
        } catch is LockHeld {
            // The other process hands over what lies there.
            return nil
        }
    }

    /// Gives staged files their final names, and puts letters into the mail.
    ///
    /// - Parameter again: after a crash that came in between.
    func publish(_ outputs: [Output], claim: String, again: Bool = false) throws {
        for (position, output) in outputs.enumerated() {
            // One that was told to have no name was mailed then.
            if output.kind == .notice || output.kind == .incident, !isNameless(output) {
                try mailer?.enqueue(output, claim: claim, position: position, from: outbox)
            }
            let hasName =
                again
                ? try outbox.publishAgain(output, claim: claim, position: position)
                : try outbox.publish(output, claim: claim, position: position)
            if !hasName { nameless[output.path] = claim }
        }
    }
}
