import Bytes
import Delivery
import Dossiers
import Files
import Intake
import Ledgers

/// The way of a batch through the house, from claim to archive. Read this first.
extension Office {
    /// Takes claims from reading to the archive, and says what became of each.
    ///
    /// What could not be read this time, or was written to meanwhile, is put off. A crash before `append` leaves nothing but
    /// claims, which the next start takes again; a crash after it leaves committed events, whose outputs the next start
    /// publishes. Throws where our own disk fails: then nothing was committed, or the next start goes on.
    func take(_ claims: [Claim]) throws -> [Outcome] {
        let before = try claims.map { try Stamps(of: $0.folder) }
        let read = try workers.map(claims) { [reader] in try reader.read($0) }
        let hand = zip(zip(claims, before), read).map { InHand(claim: $0.0, stamps: $0.1, read: $1) }
        return try commit(guarded(settled(hand)))
    }

    private func commit(_ hand: [InHand]) throws -> [Outcome] {
        guard !hand.isEmpty else { return [] }
        var draft = register
        let names = try hand.map { try $0.claim.arrivalName() }
        let verdicts = try hand.map { try rule($0.claim, $0.read, in: &draft) }
        let staged = try workers.map(verdicts) { [stager] in try stager.stage($0) }

        if let rest = try unchanged(hand) { return try commit(rest) }

        try outbox.syncStaged(staged.flatMap(\.outputs))
        try ledger.append(zip(verdicts, staged).flatMap { $0.entries + $1.entries })
        for entry in staged.flatMap(\.entries) { try draft.apply(entry) }
        register = draft

        for (verdict, staged) in zip(verdicts, staged) { try publish(staged.outputs, claim: verdict.claimID) }
        try outbox.sync()
        for verdict in verdicts {
            if let disposition = Disposition(verdict.entries) { try archive.file(verdict.claimID, as: disposition) }
        }
        return zip(verdicts, names).map { Outcome($0, arrival: $1) }
    }
}
