import Bytes
import Delivery
import Dossiers
import Files
import Intake
import Ledgers

/// The way of a batch through the house, from claim to archive. Read this first.
extension Office {
    /// Takes claims from reading to the archive, and says what became of each.
    func take(_ claims: [Claim]) throws -> [Outcome] { try finish(begin(claims)) }

    /// Begins to read claims.
    func begin(_ claims: [Claim]) -> Workers.Begun<InHand> {
        workers.begin(claims) { [reader] claim in
            let stamps = try Stamps(of: claim.folder)
            return InHand(claim: claim, stamps: stamps, read: try reader.read(claim, bytes: stamps.bytes))
        }
    }

    /// Takes claims on from their reading to the archive.
    ///
    /// What could not be read this time, or was written to meanwhile, is put off. A crash before `append` leaves nothing but
    /// claims, which the next start takes again; a crash after it leaves committed events, whose outputs the next start
    /// publishes. Throws where our own disk fails: then nothing was committed, or the next start goes on.
    func finish(_ begun: Workers.Begun<InHand>) throws -> [Outcome] {
        enter(.reading)
        return try commit(guarded(settled(begun.values())))
    }

    private func commit(_ hand: [InHand]) throws -> [Outcome] {
        guard !hand.isEmpty else { return [] }
        enter(.ruling)
        var draft = register
        let names = try hand.map { try $0.claim.arrivalName() }
        let verdicts = try hand.map { try rule($0.claim, $0.read, in: &draft) }
        let places = try verdicts.compactMap { verdict in
            try Disposition(verdict.entries).map { try archive.place(of: verdict.claimID, $0) }
        }
        enter(.staging)
        let attempts = try workers.map(verdicts) { [stager] in try stager.attempt($0) }
        if let rest = try unchanged(hand, except: attempts.compactMap(\.changed)) { return try commit(rest) }
        let staged = attempts.compactMap(\.staged)

        try makeLast(staged.flatMap(\.links))
        enter(.committing)
        try ledger.append(zip(verdicts, staged).flatMap { $0.entries + $1.entries })
        for entry in staged.flatMap(\.entries) { try draft.apply(entry) }
        register = draft

        enter(.publishing)
        for (verdict, staged) in zip(verdicts, staged) { try publish(staged.outputs, claim: verdict.claimID) }
        for place in places { try archive.move(to: place) }
        try makeLast()
        return zip(verdicts, names).map { Outcome($0, arrival: $1) }
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
