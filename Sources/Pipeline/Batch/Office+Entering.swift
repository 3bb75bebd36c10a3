import Delivery
import Dossiers
import Intake
import Ledgers

/// Events that no arrival brought, by the way of a batch: stage, commit, publish.
extension Office {
    /// Enters what concerns no dossier.
    func record(_ events: [Event], as source: String) throws { try record(events, claim: claims.nextID(source)) }

    /// - Parameter outputs: what leaves beside what the events ask for, and before it.
    func record(_ events: [Event], claim: String, outputs: [PlannedOutput] = []) throws {
        try enter(events, of: nil, claim: claim) { entries, _ in outputs + plan(entries, dossier: nil) }
    }

    /// Enters events of one dossier.
    ///
    /// - Parameter outputs: what leaves because of them, and of the dossier as it is then.
    func enter(
        _ events: [Event], for dossier: Dossier, as source: String,
        outputs: ([Entry], Dossier) throws -> [PlannedOutput]
    ) throws {
        try enter(events, of: dossier.code, claim: claims.nextID(source)) { try outputs($0, $1 ?? dossier) }
    }

    /// Enters what a claim in hand brings about.
    func enter(
        _ events: [Event], for dossier: Dossier, claim: String, outputs: ([Entry], Dossier) throws -> [PlannedOutput]
    ) throws {
        try enter(events, of: dossier.code, claim: claim) { try outputs($0, $1 ?? dossier) }
    }

    private func enter(
        _ events: [Event], of code: DossierCode?, claim: String, outputs: ([Entry], Dossier?) throws -> [PlannedOutput]
    ) throws {
        try outboxIsDisplaced()
        var draft = register
        let entries = try draft.take(events, claim: claim, dossier: code, at: clock.now)
        let after = try code.flatMap { try draft.dossier($0) }
        let planned = try outputs(entries, after)
        draft.reserve(numbers: planned.count)
        let staged = try stager.stage(Verdict(claimID: claim, entries: entries, dossier: after, outputs: planned))
        try draft.apply(staged.entries)
        try commit(entries + staged.entries, staged.links, staged.outputs, claim: claim, draft: draft)
    }

    /// One sync for events and outputs, then the names.
    ///
    /// - Parameter draft: the register as the entries leave it.
    func commit(
        _ entries: [Entry], _ links: [StagedLink], _ outputs: [Output], claim: String, draft: Register
    ) throws {
        try makeLast(links)
        hasUnpublished = true
        try ledger.append(entries)
        register = draft
        try publish(outputs, claim: claim)
        try makeLast()
        hasUnpublished = false
        try sendMail()
    }
}
