extension Dossier {
    /// Takes in the next event that concerns this dossier.
    package mutating func apply(_ entry: Entry) {
        if entry.event.bringsPapers, claims.last != entry.claim { claims.append(entry.claim) }
        switch entry.event {
        case .examined(let examination):
            findings = examination.findings
            formerPapers += papers.filter { old in
                !examination.papers.contains { $0.component == old.component && $0.paper == old.paper }
            }
            papers = examination.papers
            signatures = examination.signatures
            keepAside()
            if entry.claim == claims.first { signaturesByClaim[entry.claim] = examination.signatures }
        case .waiting(let waiting):
            // Its letter names the agency that leads now.
            if hold != nil, waiting.waitsForCitizen { agencyWhenHeld = agency }
            move(to: waiting, at: entry.at)
        case .completed(let due):
            deadlines = due
            open(agencies, at: entry.at)
            move(to: .accepted, at: entry.at)
        case .forwarded:
            isCentral = true
            open(agencies, at: entry.at)
            move(to: .accepted, at: entry.at)
        case .paid(let payment):
            payments.append(payment)
            paymentClaim = entry.claim
        case .postalCopyReceived(let copy):
            postalCopies.append(copy)
            putAside(copy)
        case .scanReceived(let component, let paper, _):
            let scan = ExaminedPaper(component: component, paper: paper)
            scans.append(scan)
            papers.append(scan)
        case .supplemented(let supplement):
            supplements.append(supplement)
            signaturesByClaim[entry.claim] = supplement.signatures
        case .withdrawn(let withdrawal):
            self.withdrawal = withdrawal
            close(as: .withdrawn, at: entry.at)
        case .acknowledged(let by, _):
            acknowledge(by, at: entry.at)
        case .supplementRequested(let request):
            acknowledge(request.by, at: entry.at)
            supplementRequests.append(request)
            // What came before is not what is asked for now.
            copiesAside.removeAll { request.components.contains($0.component ?? "") }
        case .extended(let granted):
            acknowledge(granted.by, at: entry.at)
            `extension` = granted
            extendedAt = entry.at
            deadlines?.extendedTo = granted.newDate
            deadlines?.extendedAt = entry.at
            deadlines?.extendedProvisional = granted.provisional
            putOff()
        case .apologyDrafted(let draft):
            apology = draft
        case .agencyRefused(let refusal):
            acknowledge(refusal.by, at: entry.at)
            agencyRefusal = refusal
            refusalClaim = entry.claim
            // What a person was to look at was looked at.
            if refusal.order != nil { findings.removeAll { $0.severity == .hold } }
            close(as: .refused, at: entry.at)
        case .resultReceived(let result):
            acknowledge(result.by, at: entry.at)
            results.append(result)
            endHolding(of: result.by, at: entry.at, isAnswered: true)
            guard result.by == agency else { return }
            endPause(at: entry.at)
            askNoMore()
            resolvedAt = entry.at
            resultClaim = entry.claim
            hasHeldResult = hold != nil
            move(to: .resolved, at: entry.at)
        case .collected(let collection):
            self.collection = collection
            collectionClaim = entry.claim
            close(as: .returned, at: entry.at)
        case .paused(let cause):
            pauses.append(Pause(cause: cause, from: entry.at))
        case .resumed(let due):
            endPause(at: entry.at, isAnswered: !findings.contains { $0.severity.waitsForCitizen })
            // What was drafted for the date before the pause is drafted anew where it is still needed.
            if due != deadlines { apology = nil }
            deadlines = due
            putOff()
            move(to: stateWithAgencies, at: entry.at)
        case .recounted(let recount):
            deadlines = recount.deadlines
            putOff()
            self.recount = recount
            // What was drafted for the former date is drafted anew where it is still needed.
            apology = nil
        case .refundOrdered(let order):
            refunds.append(order)
            if entry.claim == refusalClaim { refusalRefund = order }
        case .rejected(let rejection):
            if let payment = rejection.payment { keep(withoutEffect: payment) }
            if rejection.isFromStranger {
                let before = strangers?.day == entry.at.day ? strangers?.count ?? 0 : 0
                strangers = Strangers(day: entry.at.day, count: before + 1)
            }
        case .held(let act):
            if stateBehindHold == nil { stateBehindHold = state }
            hold = act
            agencyWhenHeld = agency
            hasHeldResult = false
            change(to: .held, at: entry.at)
        case .released:
            hold = nil
            if let behind = stateBehindHold {
                stateBehindHold = nil
                change(to: behind, at: entry.at)
            }
        case .rerouted(let to, _, let due):
            let (former, hadIt) = (agency, acknowledgedAt != nil)
            endHolding(of: former, at: entry.at)
            if let due { deadlines = due }
            if !formerAgencies.contains(agency) { formerAgencies.append(agency) }
            agency = to
            // What a co-agency said for its part is no word of the dossier that it leads now; a ledger of before has no time for that.
            if due != nil || deadlines == nil { endHolding(of: to, at: entry.at) }
            if isHandedOver { open([to], at: entry.at) }
            if isHandedOver, owesPart(former) {
                open([former], at: entry.at)
                if hadIt { goOn(former, at: entry.at) }
            }
            if standing == .processing { move(to: .accepted, at: entry.at) }
        case .violationMarked(let act): violation = act
        case .violationCleared: violation = nil
        case .published(let output):
            // Sent again, it keeps its number.
            if output.path.hasPrefix("agencies/\(agency)/") {
                deliveries = max(deliveries, output.deliveryNumber ?? 0)
            }
            if let named = output.account.map({ NamedAccount(agency: agency, account: $0) }),
                !namedAccounts.contains(named)
            {
                namedAccounts.append(named)
            }
        case .received, .messageReceived, .feedback, .yearlyReport, .remarked, .mayLieUnmatched, .resent, .refused,
            .repeated, .quarantined, .unmatched, .matched, .putBack, .incident, .incidentAcknowledged, .nightlyDone:
            break
        }
    }

    /// Counts a delivery that will be published.
    package mutating func expect(delivery number: Int) { deliveries = max(deliveries, number) }

    /// As it is behind a person's hold.
    mutating func clearHold() { hold = nil }

    /// A person's hold stays in front of whatever happens behind it.
    private mutating func move(to next: DossierState, at: Moment) {
        if next != standing { standingSince = at }
        if stateBehindHold != nil { stateBehindHold = next } else { change(to: next, at: at) }
    }

    private mutating func change(to next: DossierState, at: Moment) {
        guard next != state else { return }
        state = next
        since = at
    }

    private mutating func close(as last: DossierState, at: Moment) {
        endPause(at: at)
        askNoMore()
        for index in holdings.indices where holdings[index].to == nil { holdings[index].to = at }
        if last != standing { standingSince = at }
        hold = nil
        stateBehindHold = nil
        closedAt = at
        change(to: last, at: at)
    }

    private mutating func open(_ agencies: [AgencyCode], at: Moment) {
        for agency in agencies where !holdings.contains(where: { $0.agency == agency && $0.to == nil }) {
            holdings.append(Holding(agency: agency, from: at))
        }
    }

    /// The first word of an agency shows that it has the dossier; the lead agency's moves the dossier on.
    private mutating func acknowledge(_ by: AgencyCode, at: Moment) {
        guard let index = holdings.lastIndex(where: { $0.agency == by && $0.to == nil }) else { return }
        if holdings[index].acknowledgedAt == nil { holdings[index].acknowledgedAt = at }
        if by == agency, standing == .accepted { move(to: .processing, at: at) }
    }

    /// What an agency has already it neither gets nor acknowledges once more.
    private mutating func goOn(_ agency: AgencyCode, at: Moment) {
        acknowledge(agency, at: at)
        if let index = holdings.lastIndex(where: { $0.agency == agency }) { holdings[index].isContinued = true }
    }

    private mutating func endHolding(of agency: AgencyCode, at: Moment, isAnswered: Bool = false) {
        for index in holdings.indices where holdings[index].agency == agency && holdings[index].to == nil {
            holdings[index].handOverDue = handOverDue(of: holdings[index])
            holdings[index].to = at
            holdings[index].isAnswered = isAnswered
        }
    }

    private mutating func endPause(at: Moment, isAnswered: Bool = false) {
        guard isPaused else { return }
        pauses[pauses.count - 1].to = at
        pauses[pauses.count - 1].isAnswered = isAnswered
    }

    /// Nothing that a citizen was asked for is taken once the dossier has its result or its end.
    private mutating func askNoMore() { findings.removeAll { $0.severity.waitsForCitizen } }
}

extension Event {
    /// Whether the claim behind the event holds files that belong to the dossier.
    fileprivate var bringsPapers: Bool {
        switch self {
        case .received, .paid, .postalCopyReceived, .scanReceived, .supplemented, .resultReceived, .collected,
            .supplementRequested, .extended:
            true
        case .agencyRefused(let refusal): refusal.order == nil
        case .withdrawn(let withdrawal): withdrawal.order == nil
        default: false
        }
    }
}
