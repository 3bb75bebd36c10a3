/// What the law makes of a message that comes later for a dossier.
package enum FollowUpRuling {
    /// A message that takes no effect is recorded with its reason, never dropped (Điều 4.1).
    ///
    /// - Parameters:
    ///   - dossier: as it stands; nil where the code is unknown.
    ///   - procedure: the version that holds for the dossier; nil where the dossier is unknown.
    package static func rule(
        _ followUpCase: FollowUpCase, dossier: Dossier?, procedure: Procedure?, calendar: WorkingCalendar, now: Moment
    ) -> Ruled {
        guard let dossier, let procedure else { return rejected(followUpCase, nil, .unknownDossier) }
        let ruling: Result<[Event], RejectionReason> =
            switch followUpCase.followUp.content {
            case .payment(let amount, let paidAt, let channel, let reference, _):
                PaymentRuling.rule(
                    PaymentReceipt(
                        message: followUpCase.followUp.id, amount: amount, paidAt: paidAt, channel: channel,
                        reference: reference),
                    dossier: dossier, procedure: procedure, calendar: calendar, now: now)
            case .postalCopy(let trackingNumber, let receivedAt, _):
                PostalCopyRuling.rule(
                    followUpCase, trackingNumber: trackingNumber, receivedAt: receivedAt, dossier: dossier,
                    procedure: procedure, calendar: calendar, now: now)
            case .acknowledgement:
                acknowledgement(followUpCase, dossier: dossier)
            case .scan(let component, _):
                scan(followUpCase, component: component)
            }
        return switch ruling {
        case .success(let events): Ruled(dossier: dossier.code, events: events)
        case .failure(let reason): rejected(followUpCase, dossier.code, reason)
        }
    }

    /// Only the dossier's own agencies can say that they have it; the lead agency's word stops the clock (Điều 8.1b, 14.4).
    private static func acknowledgement(
        _ followUpCase: FollowUpCase, dossier: Dossier
    ) -> Result<[Event], RejectionReason> {
        let agencies = dossier.agencies
        guard let agency = agencies.first(where: { followUpCase.channel == "agencies/\($0)" }) else {
            return .failure(.otherAgency)
        }
        guard dossier.deadlines != nil else { return .failure(.notHandedOver) }
        return .success([.acknowledged(by: agency, message: followUpCase.followUp.id)])
    }

    private static func scan(_ followUpCase: FollowUpCase, component: String) -> Result<[Event], RejectionReason> {
        guard let paper = followUpCase.attachments.first?.paper else { return .failure(.noFile) }
        return .success([.scanReceived(component: component, paper: paper, message: followUpCase.followUp.id)])
    }

    private static func rejected(_ followUpCase: FollowUpCase, _ dossier: DossierCode?, _ reason: RejectionReason)
        -> Ruled
    {
        let rejection = Rejection(
            message: followUpCase.followUp.id, kind: followUpCase.followUp.content.kind, channel: followUpCase.channel,
            reason: reason)
        return Ruled(dossier: dossier, events: [.rejected(rejection)])
    }
}
