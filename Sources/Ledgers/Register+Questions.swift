import Bytes
package import Dossiers

/// What others ask of it: what is held, else what the snapshot finds in the ledger.
extension Register {
    /// Nil where no dossier has the code.
    package func dossier(_ code: DossierCode) throws -> Dossier? {
        if let held = held[code] { return held.dossier }
        return try base?.dossier(code)
    }

    /// Whether there is such a dossier, without reading it.
    package func knows(_ code: DossierCode) throws -> Bool { try held[code] != nil || base?.has(code) == true }

    /// Hands over every dossier that is not closed, in no order.
    package func forEachOpen(_ body: (OpenDossier) throws -> Void) throws {
        try base?.forEachOpen { if held.isEmpty || held[$0.code] == nil { try body($0) } }
        try forEachRecentOpen(body)
    }

    private func forEachRecentOpen(_ body: (OpenDossier) throws -> Void) rethrows {
        for held in held.values {
            if let open = OpenDossier(held.dossier) { try body(open) }
        }
    }

    /// The open dossiers whose version of a procedure the catalogue has no more, in the order of their codes.
    ///
    /// Those of a snapshot are looked through only where one of their versions is missing, so that a start may ask.
    package func orphans(of catalogue: Catalogue) throws -> [ProcedureVersion: [DossierCode]] {
        var found: [ProcedureVersion: [DossierCode]] = [:]
        func look(_ dossier: OpenDossier) {
            guard catalogue.procedure(dossier.procedure) == nil else { return }
            found[dossier.procedure, default: []].append(dossier.code)
        }
        if base?.openProcedures.contains(where: { catalogue.procedure($0) == nil }) ?? false {
            try forEachOpen(look)
        } else {
            forEachRecentOpen(look)
        }
        return found.mapValues { $0.sorted() }
    }

    /// The open dossiers of which an agency is not in the catalogue any more, by it, in the order of their codes.
    package func strays(of catalogue: Catalogue) throws -> [AgencyCode: [DossierCode]] {
        func isGone(_ agency: AgencyCode) -> Bool { catalogue.agencies[agency] == nil }
        var found: [AgencyCode: [DossierCode]] = [:]
        func look(_ dossier: OpenDossier) {
            for agency in dossier.agencies where isGone(agency) { found[agency, default: []].append(dossier.code) }
        }
        if base?.openAgencies.contains(where: isGone) ?? false {
            try forEachOpen(look)
        } else {
            forEachRecentOpen(look)
        }
        return found.mapValues { $0.sorted() }
    }

    /// The codes that were given, of the days and numbers that are wanted, in order; those that were passed over are among them.
    package func codes(where isWanted: (Day, Int) -> Bool = { _, _ in true }) -> [DossierCode] {
        var codes: [DossierCode] = []
        allCounters.forEach { agency, day, last in
            for number in 1...last where isWanted(day, number) {
                codes.append(DossierCode(agency: agency, day: day, number: number))
            }
        }
        return codes
    }

    var allCounters: CodeCounters { CodeCounters(base?.counters ?? CodeCounters(), and: counters) }

    /// The first day that no nightly run has reported on yet, be it over or not; nil before the first fact.
    package var firstUnreported: Day? {
        guard var day = firstDay else { return nil }
        while nightlyDone.contains(day) { day = day.advanced(by: 1) }
        return day
    }

    /// How many dossiers there are.
    package var count: Int { states.values.reduce(0, +) }

    package func submission(_ id: String) throws -> KnownSubmission? {
        if let known = submissions[id] { return known }
        guard let base else { return nil }
        var known: KnownSubmission?
        for entry in try base.entries(.submission(id)) { known = Self.known(id, after: entry, before: known) }
        return known
    }

    /// The submission that has an id, after an entry: a conflict does not take the id away from the one that had it first.
    static func known(_ id: String, after entry: Entry, before: KnownSubmission?) -> KnownSubmission? {
        switch entry.event {
        case .received(let receipt) where receipt.submission == id:
            KnownSubmission(content: receipt.content, dossier: entry.dossier)
        case .refused(let refusal) where refusal.submission == id:
            before?.refused(refusal.content) ?? KnownSubmission(content: refusal.content, dossier: nil)
        default: before
        }
    }

    /// The message that has this id among those of an inbox folder; nil where none has.
    package func message(_ id: String, from channel: String) throws -> KnownMessage? {
        if let known = messages[Sender(channel: channel, id: id)] { return known }
        var first: Digest?
        var last: Entry?
        var conflicts: Set<Digest> = []
        for entry in try base?.entries(.message(id)) ?? [] {
            switch entry.event {
            case .messageReceived(let message) where message.id == id && message.channel == channel:
                first = first ?? message.content
                last = entry
            case .rejected(let rejection) where rejection.message == id && rejection.channel == channel:
                if let content = rejection.content { conflicts.insert(content) }
            default: continue
            }
        }
        guard let base, let first, let last else { return nil }
        let rejections = try base.entries(ofClaim: last.claim).lazy.compactMap { $0.event.rejection }
        return KnownMessage(
            content: first, rejection: rejections.first { $0.message == id && $0.channel == channel },
            conflicts: conflicts)
    }

    /// The number that an agency gives next on a day; each is given once, ever.
    package func nextNumber(agency: AgencyCode, day: Day) -> Int {
        let counter = Counter(agency: agency, day: day)
        let before = base?.counters.last(agency: agency, day: day) ?? 0
        return max(before, counters[counter] ?? 0, seen[counter] ?? 0) + 1
    }

    /// Whether a name was ever given in the quarantine, so that none is given twice.
    package func isInQuarantine(_ name: String) throws -> Bool {
        try quarantined.contains(name)
            || base?.entries(.quarantined(name)).contains {
                if case .quarantined(let item) = $0.event { item.name == name } else { false }
            } ?? false
    }

    /// Whether what had a name in the quarantine was put back from there.
    package func isPutBack(_ name: String) throws -> Bool {
        try putBack.contains(name)
            || base?.entries(.quarantined(name)).contains {
                if case .putBack(let other, _) = $0.event { other == name } else { false }
            } ?? false
    }
}
