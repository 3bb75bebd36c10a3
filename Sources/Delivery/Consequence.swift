package import Dossiers
package import Publications

/// Something that must leave the house because of what was decided.
package enum Consequence: Sendable, Equatable {
    /// The dossier whole, to its agency and each co-agency.
    case dossier
    /// What came later for a dossier that the agency already has; `number` from 2 on.
    case addition(number: Int)
    /// The same, of what the agency that leads has said itself: for the others alone.
    case additionForOthers(number: Int)
    /// The result's papers, for the dossier's account alone (Điều 8.2b).
    case results
    /// An order to give money back (Điều 8.2c); `cause` is the number of the event that orders it.
    case refund(cause: Int)
    /// `cause` is the number of the event that is told.
    case notice(NoticeKind, cause: Int)
    /// The state for the portal.
    case status

    /// What the events of one claim ask for; a pure function of them and of the dossier as they leave it.
    package static func of(_ entries: [Entry], dossier: Dossier?) -> [Consequence] {
        var consequences: [Consequence] = []
        var came = false
        var changed = false
        for entry in entries {
            consequences += letters(about: entry, among: entries, dossier).map { .notice($0, cause: entry.number) }
            came = came || entry.event.comesForAgency(dossier)
            changed = changed || entry.event.changesState
            switch entry.event {
            case .completed, .forwarded: consequences.insert(.dossier, at: 0)
            case .collected(let collection) where collection.route == .online: consequences.append(.results)
            case .refundOrdered: consequences.append(.refund(cause: entry.number))
            default: break
            }
        }
        if came, !consequences.contains(.dossier), let deliveries = dossier?.deliveries, deliveries > 0 {
            consequences.append(.addition(number: deliveries + 1))
        }
        if let refusal = entries.lazy.compactMap(\.event.agencyRefusal).first, refusal.order == nil,
            let deliveries = dossier?.deliveries, deliveries > 0
        {
            consequences.append(.additionForOthers(number: deliveries + 1))
        }
        if changed { consequences.append(.status) }
        return consequences
    }

    /// The letters that tell of an event; what a later event of the same claim tells in full has none of its own.
    private static func letters(about entry: Entry, among entries: [Entry], _ dossier: Dossier?) -> [NoticeKind] {
        func isTold(_ later: (Event) -> Bool) -> Bool {
            entries.contains { $0.number > entry.number && later($0.event) }
        }
        switch entry.event {
        // What a person's order alone holds back, the letter about what came tells.
        case .waiting(.held) where dossier?.isHeldByOrderAlone == true: return []
        // The letter about the clock that runs again, with its new date, says by itself that a person looks at what came.
        case .waiting(.held) where entries.contains { $0.number < entry.number && $0.event.isResumed }: return []
        case .waiting(let state): return [letter(asking: state)].compactMap { $0 }
        case .completed: return [.receipt]
        case .forwarded: return [.forwarded]
        case .resumed: return isTold(\.isResult) ? [] : [.resumed]
        case .recounted(let recount): return recount.movesDay ? [.rescheduled] : []
        case .rerouted:
            guard let dossier else { return [] }
            if dossier.isHandedOver { return [.rerouted] }
            // Before the receipt, what is asked for goes elsewhere now: that letter goes anew, with the release where it is held.
            return dossier.hold == nil && dossier.asksCitizen
                ? [letter(asking: dossier.standing)].compactMap { $0 } : []
        case .paid: return isTold(\.tellsStanding) ? [] : [.paid]
        case .supplemented: return isTold(\.tellsStanding) ? [] : [.supplemented]
        case .postalCopyReceived: return isTold(\.tellsStanding) ? [] : [.supplemented]
        case .withdrawn: return [.withdrawn]
        case .apologyDrafted: return [.apologyDraft]
        case .extended: return [.apology]
        case .agencyRefused(let refusal): return [refusal.order == nil ? .agencyRefusal : .refusal]
        // What a person holds is handed to nobody: the citizen hears of the result with the release.
        case .resultReceived(let result): return result.by == dossier?.agency && dossier?.hold == nil ? [.result] : []
        case .released:
            guard let dossier else { return [] }
            if dossier.hasHeldResult { return [.result] }
            // What it asks for goes elsewhere, and nobody has said so yet.
            let isMoved = dossier.agencyWhenHeld.map { $0 != dossier.agency } ?? false
            guard isMoved, !dossier.isHandedOver, dossier.asksCitizen, !isTold(\.tellsStanding) else { return [] }
            return [letter(asking: dossier.standing)].compactMap { $0 }
        case .collected(let collection):
            // Online the letter about the result says it all.
            let isToldByResult = collection.route == .online && entries.contains { $0.event.tellsResult(of: dossier) }
            return isToldByResult ? [] : [.returned]
        case .refundOrdered:
            return entries.contains { $0.event.agencyRefusal != nil } ? [] : [.refund]
        case .refused: return [.refusal]
        // Who was not logged in left no address.
        case .feedback(let feedback): return feedback.account == nil ? [] : [.feedback]
        case .rejected(let rejection): return [.incident] + answer(to: rejection, dossier)
        case .remarked(let remark): return remark == .futureTime ? [] : [.incident]
        case .mayLieUnmatched, .violationMarked, .violationCleared: return [.incident]
        case .quarantined, .unmatched, .incident: return [.incident]
        default: return []
        }
    }

    /// What tells a citizen for what the dossier waits, if for anything.
    private static func letter(asking state: DossierState) -> NoticeKind? {
        switch state {
        case .awaitingSupplement: .supplement
        case .awaitingPostalCopy: .postal
        case .awaitingPayment: .payment
        case .held: .held
        default: nil
        }
    }

    /// To whom a message that took no effect is answered, beside staff: the agency that sent it, or the dossier's own
    /// citizen, of strangers a few times a day (OP8); never a stranger.
    private static func answer(to rejection: Rejection, _ dossier: Dossier?) -> [NoticeKind] {
        if rejection.channel.hasPrefix("agencies/") { return [.agencyAnswer] }
        guard let dossier else { return [] }
        let isOneTooMany = rejection.isFromStranger && dossier.strangers.map { $0.count > Strangers.answered } ?? false
        return isOneTooMany ? [] : [.answer]
    }
}

extension Event {
    /// Whether a letter tells by it where the dossier stands.
    fileprivate var tellsStanding: Bool {
        switch self {
        case .waiting(let state): state.waitsForCitizen
        case .completed, .resumed: true
        case .collected(let collection): collection.route == .online
        default: false
        }
    }

    fileprivate func tellsResult(of dossier: Dossier?) -> Bool {
        switch self {
        case .resultReceived: true
        case .released: dossier?.hasHeldResult == true
        default: false
        }
    }

    fileprivate var isResumed: Bool { if case .resumed = self { true } else { false } }
    fileprivate var isResult: Bool { if case .resultReceived = self { true } else { false } }
    fileprivate var agencyRefusal: AgencyRefusal? {
        if case .agencyRefused(let refusal) = self { refusal } else { nil }
    }

    /// Whether the claim behind it brought something that an agency which has the dossier must get.
    fileprivate func comesForAgency(_ dossier: Dossier?) -> Bool {
        switch self {
        case .paid, .postalCopyReceived, .scanReceived, .supplemented, .withdrawn: true
        // A co-agency's part goes to the agency that leads.
        case .resultReceived(let result): result.by != dossier?.agency
        default: false
        }
    }

    fileprivate var changesState: Bool {
        switch self {
        case .waiting, .completed, .forwarded, .acknowledged, .refused, .resumed, .recounted, .paid, .withdrawn,
            .supplementRequested,
            .extended, .agencyRefused, .resultReceived, .collected, .refundOrdered, .held, .released, .rerouted,
            .supplemented:
            true
        default: false
        }
    }
}
