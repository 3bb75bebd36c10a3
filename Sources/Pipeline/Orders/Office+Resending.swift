import Settings
import Intake
import Files
import Delivery
import Dossiers
import Ledgers

/// Sending again what was sent before, byte for byte.
extension Office {
    /// What left for an agency, with the claim because of which it left.
    struct Delivered {
        let claim: String
        let output: Output
    }

    /// Every delivery of a dossier that the ledger knows, in order.
    func deliveries(of code: DossierCode) throws -> [Delivered] {
        var found: [Delivered] = []
        for entry in try Ledger.entries(of: code, in: state.folder("ledger")) {
            guard case .published(let output) = entry.event, output.kind == .dossier,
                !found.contains(where: { $0.output.path == output.path })
            else { continue }
            found.append(Delivered(claim: entry.claim, output: output))
        }
        return found
    }

    /// Makes each delivery for the dossier's agencies anew from the archive and the ledger as it stood then, and lets it leave only
    /// where its digest is the one that the ledger has.
    func resend(_ dossier: Dossier, _ events: [Event]) throws -> Order.Answer {
        try outboxIsDisplaced()
        let wanted = try deliveries(of: dossier.code).filter { delivered in
            dossier.agencies.contains { delivered.output.path.hasPrefix("agencies/\($0)/") }
        }
        let missing = try wanted.filter { try !outbox.holds($0.output) }
        guard !missing.isEmpty else {
            return Order.Answer(isDone: false, text: "\(dossier.code) still lies in the outbox: no reader has taken it")
        }
        let now = clock.now
        let claim = claims.nextID("order")
        var draft = register
        let act = try draft.take(events, claim: claim, dossier: dossier.code, at: now)
        var outputs: [Output] = []
        var links: [StagedLink] = []
        for (position, delivered) in missing.enumerated() {
            guard let past = try past(of: delivered, dossier.code) else {
                return changed(delivered, "its entries are not in the ledger")
            }
            var (output, asked) = try stager.stage(past.planned, past.verdict, as: claim, position: position)
            if output.sha256 != delivered.output.sha256 {
                var former = stager
                former.asBefore = true
                (output, asked) = try former.stage(past.planned, past.verdict, as: claim, position: position)
            }
            guard output.sha256 == delivered.output.sha256 else {
                _ = try outbox.removeAbandoned(below: site.catalogue.agencies.keys.map { "agencies/\($0)" }) {
                    $0 != claim
                }
                return changed(delivered, "the configuration has changed since, so it would not be the same bytes")
            }
            outputs.append(output)
            links += asked
        }
        let published = try draft.take(
            outputs.map { .published($0) }, claim: claim, dossier: dossier.code, at: now)
        try commit(act + published, links, outputs, claim: claim, draft: draft)
        return Order.Answer(
            isDone: true,
            text: "\(dossier.code) was sent again: " + outputs.map { "Outbox/\($0.path)" }.joined(separator: ", "))
    }

    private func changed(_ delivered: Delivered, _ why: String) -> Order.Answer {
        Order.Answer(isDone: false, text: "Outbox/\(delivered.output.path) is not sent again: \(why)")
    }

    /// The verdict of the claim because of which it left, with the dossier as its events left it.
    private func past(
        of delivered: Delivered, _ code: DossierCode
    ) throws -> (verdict: Verdict, planned: PlannedOutput)? {
        let before = try Ledger.entries(of: code, in: state.folder("ledger")).prefix { entry in
            if entry.claim == delivered.claim, case .published = entry.event { false } else { true }
        }
        let entries = before.filter { $0.claim == delivered.claim }
        guard let dossier = Dossier(folding: before, of: code), !entries.isEmpty,
            let number = delivered.output.deliveryNumber
        else { return nil }
        var content = PlannedOutput.Content.dossier(number: number)
        for case .rerouted(let to, _, _) in entries.map(\.event) {
            let isItsOwn = delivered.output.path.hasPrefix("agencies/\(to)/")
            content = isItsOwn ? .whole(number: number) : .handedOn(number: number)
        }
        let planned = PlannedOutput(kind: .dossier, path: delivered.output.path, content: content)
        return (
            Verdict(claimID: delivered.claim, entries: entries, dossier: dossier, outputs: [planned]), planned
        )
    }
}
