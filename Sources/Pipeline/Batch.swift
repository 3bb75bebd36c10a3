import Bytes
import Delivery
import Dossiers
import Files
import Intake
import Ledgers
import Settings

/// The way of a batch through the house, from claim to archive. Read this first.
extension Office {
    /// Takes claims from reading to the archive, and says what became of each.
    func take(_ claims: [Claim]) throws -> [Outcome] { try commit(rule(begin(claims))).outcomes }

    /// Begins to read claims, and to have their signatures judged.
    func begin(_ claims: [Claim]) -> Workers.Begun<InHand> {
        workers.begin { [reader, most = site.limits.packageBytes] workers in
            let found = try workers.map(claims) { claim in
                let stamps = try Stamps(of: claim.folder)
                // Nobody can open it any more: who does not have it open now never writes to it again (FS4). What is too large to be
                // taken in is none the better for waiting.
                guard try stamps.bytes > most || claim.folder.writtenFiles(among: stamps.names).isEmpty else {
                    return (claim: claim, stamps: stamps, read: ReadingRoom.Unjudged.written)
                }
                return (claim: claim, stamps: stamps, read: try reader.read(claim, bytes: stamps.bytes))
            }
            let read = try reader.judge(found.map(\.read), on: workers)
            return zip(found, read).map { InHand(claim: $0.claim, stamps: $0.stamps, read: $1) }
        }
    }

    /// Rules on what was read, and begins to stage what that asks for; nothing of it is committed yet.
    ///
    /// What could not be read this time is put off; what is for a dossier whose procedure is gone stays claimed.
    ///
    /// - Parameter before: the batch that will be committed before this one.
    func rule(_ begun: Workers.Begun<InHand>, after before: Staging? = nil) throws -> Staging {
        let register = try before?.draft(on: register) ?? register
        enter(.reading)
        let hand = try fitting(settled(begun.values()), after: before)
        return try rule(guarded(hand, on: register), on: register)
    }

    /// Rules once more on what was ruled on before something else was entered.
    func ruleAgain(_ staging: Staging) throws -> Staging {
        // Both make files under the same hidden names.
        staging.attempts.wait()
        return try rule(staging.hand, on: register)
    }

    private func rule(_ hand: [InHand], on register: Register) throws -> Staging {
        enter(.ruling)
        var draft = register
        var ruledOn: [InHand] = []
        var verdicts: [Verdict] = []
        for inHand in hand {
            guard let verdict = try rule(inHand.claim, inHand.read, in: &draft) else {
                keep(inHand.claim)
                continue
            }
            ruledOn.append(inHand)
            verdicts.append(verdict)
        }
        return Staging(
            hand: ruledOn, verdicts: verdicts, firstNumber: register.nextNumber,
            attempts: workers.begin(verdicts) { [stager] in try stager.attempt($0) })
    }

    /// Makes a batch last: from here on it has happened.
    ///
    /// What was written to meanwhile is put off, and everything where nothing can leave. A crash before `append` leaves nothing
    /// but claims, which the next start takes again; a crash after it leaves committed events, whose outputs the next start
    /// publishes. Throws where our own disk fails: then nothing was committed, or the next start goes on.
    ///
    /// - Returns: what became of each claim, and whether all was committed as it was ruled on; else what was ruled on after it
    ///   is to be ruled on again.
    func commit(_ staging: Staging) throws -> (outcomes: [Outcome], isAsRuled: Bool) {
        guard !staging.hand.isEmpty else { return ([], true) }
        enter(.staging)
        staging.attempts.wait()
        guard try mayLeave() else {
            putOff += staging.hand.map { PutOff(claim: $0.claim, tries: tried($0.claim), notBefore: 0) }
            return ([], false)
        }
        // What was staged in a folder that went since is staged again in the one that stands there now.
        guard try !outboxIsDisplaced(), staging.firstNumber == register.nextNumber else {
            return (try commit(ruleAgain(staging)).outcomes, false)
        }
        let (hand, verdicts, attempts) = (staging.hand, staging.verdicts, try staging.attempts.values())
        if let rest = try unchanged(hand, except: attempts.compactMap(\.changed)) {
            return (try commit(rule(rest, on: register)).outcomes, false)
        }
        let staged = attempts.compactMap(\.staged)
        let places = try verdicts.compactMap { verdict in
            try Disposition(verdict.entries).map { try archive.place(of: verdict.claimID, $0) }
        }

        try makeLast(staged.flatMap(\.links))
        enter(.committing)
        let entries = zip(verdicts, staged).flatMap { $0.entries + $1.entries }
        try ledger.append(entries)
        try register.apply(entries)

        enter(.publishing)
        for (verdict, staged) in zip(verdicts, staged) { try publish(staged.outputs, claim: verdict.claimID) }
        for place in places { try archive.move(to: place) }
        try makeLast()
        return (zip(verdicts, hand).map { Outcome($0, arrival: $1.arrivalName) }, true)
    }

    /// Makes the links that staging left, and syncs all that was changed since the last time.
    func makeLast(_ links: [StagedLink] = []) throws {
        if !links.isEmpty {
            // A folder that a crash takes away would leave the files in it with a name too many.
            try makeLast()
            for link in links { try link.make(unsynced) }
        }
        enter(.syncing)
        for group in unsynced.take() { _ = try syncers.map(group) { try $0.sync() } }
    }
}
