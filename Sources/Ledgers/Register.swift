import Bytes
package import Dossiers

/// What stands in the ledger, folded: a value, so that a batch is ruled on a copy that is thrown away if the commit fails.
///
/// Where a snapshot spared reading the ledger from its first line, it holds in memory only what came after, and reads the rest
/// where somebody asks for it. Encoded it leaves out what the snapshot finds in the ledger itself.
package struct Register: Sendable, Codable {
    /// The dossiers that entries since the snapshot concern: without one, all of them.
    package var recent: [DossierCode: Dossier] { held.mapValues(\.dossier) }
    package var recentCount: Int { held.count }
    private var held: [DossierCode: Held] = [:]
    /// How many dossiers stand where.
    package private(set) var states: [DossierState: Int] = [:]
    package private(set) var refusals: [Refused] = []
    package private(set) var feedbacks: [Said] = []
    package private(set) var yearlyReports: [Reported] = []
    package private(set) var tallies: [Tally: Int] = [:]
    /// Days whose reports were made after they were over.
    package private(set) var nightlyDone: Set<Day> = []
    /// Days whose reports were made before they were over, with the number of that event.
    package private(set) var nightlyEarly: [Day: Int] = [:]
    /// The last entry that told of anything but reports.
    package private(set) var lastFact = 0
    package private(set) var openIncidents: Set<String> = []
    /// The day of the first event that is no incident: a clock that cannot be right has those of a first start, and no reports.
    package private(set) var firstDay: Day?
    /// The latest time at which an event was entered, as far as a person does not say that the clock was wrong then.
    package private(set) var latestAt: Moment?
    /// Open while the machine's clock cannot be right.
    package static let clockIncident = "clock-wrong"
    /// The number that the next event gets.
    package private(set) var nextNumber = 1
    /// The entries of claims that recovery asked for.
    package private(set) var watched: [String: [Entry]] = [:]

    /// The snapshot below; nil where every entry was read.
    private(set) var base: RegisterSnapshot?
    private var quarantined: Set<String> = []
    private var putBack: Set<String> = []
    private var unmatched: Set<String> = []
    private var submissions: [String: KnownSubmission] = [:]
    private var messages: [Sender: KnownMessage] = [:]
    private var counters: [Counter: Int] = [:]
    /// Numbers of which something outside the ledger tells.
    private var seen: [Counter: Int] = [:]
    private var watching: Set<String> = []

    /// A dossier, to which copies of the register refer together: it is large, and few of them change in a batch.
    private final class Held: Sendable {
        let dossier: Dossier
        init(_ dossier: Dossier) { self.dossier = dossier }
    }

    /// Who names an id: each inbox folder's senders give their own.
    private struct Sender: Hashable {
        let channel: String
        let id: String
    }

    private struct Counter: Hashable, Codable {
        let agency: AgencyCode
        let day: Day
    }

    package init() {}

    private enum CodingKeys: String, CodingKey {
        case states, refusals, feedbacks, yearlyReports, tallies, nightlyDone, nightlyEarly, lastFact, openIncidents
        case firstDay, latestAt, nextNumber, counters
    }

    /// Lets go of what a snapshot that was made of it, or that it was read from, finds in the ledger.
    mutating func settle(on snapshot: RegisterSnapshot) {
        base = snapshot
        held = [:]
        submissions = [:]
        messages = [:]
        quarantined = []
        putBack = []
        unmatched = []
    }

    /// Keeps the entries of some claims for recovery, those that stand in the snapshot too.
    mutating func watch(_ claims: Set<String>) throws {
        watching = claims
        for claim in claims {
            if let entries = try base?.entries(ofClaim: claim), !entries.isEmpty { watched[claim] = entries }
        }
    }

    /// Nil where no dossier has the code.
    package func dossier(_ code: DossierCode) throws -> Dossier? {
        if let held = held[code] { return held.dossier }
        return try base.flatMap { try Dossier(folding: $0.entries(of: code), of: code) }
    }

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

    /// Every code that was given, in order, made one by one.
    package var codes: some Sequence<DossierCode> {
        counters.sorted { ($0.key.agency, $0.key.day) < ($1.key.agency, $1.key.day) }.lazy.flatMap { counter, count in
            (1...count).lazy.map { DossierCode(agency: counter.agency, day: counter.day, number: $0) }
        }
    }

    /// How many dossiers there are.
    package var count: Int { counters.values.reduce(0, +) }

    package func submission(_ id: String) throws -> KnownSubmission? {
        if let known = submissions[id] { return known }
        guard let base else { return nil }
        var known: KnownSubmission?
        for entry in try base.entries(.submission(id)) { known = Self.known(id, after: entry, before: known) }
        return known
    }

    /// The submission that has an id, after an entry: a conflict does not take the id away from the one that had it first.
    private static func known(_ id: String, after entry: Entry, before: KnownSubmission?) -> KnownSubmission? {
        switch entry.event {
        case .received(let receipt) where receipt.submission == id:
            KnownSubmission(content: receipt.content, dossier: entry.dossier)
        case .refused(let refusal) where refusal.submission == id:
            before ?? KnownSubmission(content: refusal.content, dossier: nil)
        default: before
        }
    }

    /// The message that has this id among those of an inbox folder; nil where none has.
    package func message(_ id: String, from channel: String) throws -> KnownMessage? {
        if let known = messages[Sender(channel: channel, id: id)] { return known }
        var first: Digest?
        var last: Entry?
        for entry in try base?.entries(.message(id)) ?? [] {
            guard case .messageReceived(let message) = entry.event, message.id == id, message.channel == channel else {
                continue
            }
            first = first ?? message.content
            last = entry
        }
        guard let base, let first, let last else { return nil }
        let rejections = try base.entries(ofClaim: last.claim).lazy.compactMap { $0.event.rejection }
        return KnownMessage(content: first, rejection: rejections.first { $0.message == id && $0.channel == channel })
    }

    /// The number that an agency gives next on a day; each is given once, ever.
    package func nextNumber(agency: AgencyCode, day: Day) -> Int {
        let counter = Counter(agency: agency, day: day)
        return max(counters[counter] ?? 0, seen[counter] ?? 0) + 1
    }

    /// Gives no number again up to that of a code, which the ledger does not know.
    package mutating func pass(_ code: DossierCode) {
        let counter = Counter(agency: code.agency, day: code.day)
        seen[counter] = max(seen[counter] ?? 0, code.number)
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

    /// Whether a name was ever given in the unmatched tray.
    package func isUnmatched(_ name: String) throws -> Bool {
        try unmatched.contains(name)
            || base?.entries(.unmatched(name)).contains {
                if case .unmatched(let other, _) = $0.event { other == name } else { false }
            } ?? false
    }

    /// Keeps numbers free for events that are entered once their files are staged.
    package mutating func reserve(numbers: Int) { nextNumber += numbers }

    /// Counts a delivery that is entered once it is staged, so that the next one for the dossier gets the number after it.
    package mutating func expect(delivery number: Int, of code: DossierCode) throws {
        guard var dossier = try dossier(code) else { return }
        dossier.expect(delivery: number)
        held[code] = Held(dossier)
    }

    /// Takes in the next entry.
    ///
    /// Throws what reading a dossier throws that no entry since the snapshot concerned.
    package mutating func apply(_ entry: Entry) throws {
        nextNumber = max(nextNumber, entry.number + 1)
        if firstDay == nil, !entry.event.isIncident { firstDay = entry.at.day }
        if !entry.event.isAboutReports {
            lastFact = entry.number
            // Reports of a day to which something is added, and of the days behind it, were made by a clock that was ahead.
            var day = entry.at.day
            while nightlyDone.remove(day) != nil { day = day.advanced(by: 1) }
        }
        latestAt = max(latestAt ?? entry.at, entry.at)
        if watching.contains(entry.claim) { watched[entry.claim, default: []].append(entry) }
        switch entry.event {
        case .received(let receipt):
            guard let code = entry.dossier else { return }
            let dossier = Dossier(code: code, receipt: receipt, at: entry.at, claim: entry.claim)
            held[code] = Held(dossier)
            states[dossier.state, default: 0] += 1
            submissions[receipt.submission] = Self.known(receipt.submission, after: entry, before: nil)
            let counter = Counter(agency: code.agency, day: code.day)
            counters[counter] = max(counters[counter] ?? 0, code.number)
            return
        case .refused(let refusal):
            refusals.append(Refused(refusal: refusal, at: entry.at))
            submissions[refusal.submission] = Self.known(
                refusal.submission, after: entry, before: try submission(refusal.submission))
        case .messageReceived(let message):
            let known = try self.message(message.id, from: message.channel)
            messages[Sender(channel: message.channel, id: message.id)] = KnownMessage(
                content: known?.content ?? message.content, rejection: nil)
        case .feedback(let feedback): feedbacks.append(Said(feedback: feedback, at: entry.at))
        case .yearlyReport(let report): yearlyReports.append(Reported(report: report, at: entry.at))
        case .rejected(let rejection):
            count(.rejected, entry)
            // What came with other content says nothing of the message whose id it bears.
            if rejection.reason != RejectionReason.otherContent.rawValue,
                let known = try message(rejection.message, from: rejection.channel)
            {
                messages[Sender(channel: rejection.channel, id: rejection.message)] = KnownMessage(
                    content: known.content, rejection: rejection)
            }
        case .repeated: count(.repeated, entry)
        case .quarantined(let item):
            quarantined.insert(item.name)
            count(.quarantined, entry)
        case .putBack(let name, _): putBack.insert(name)
        case .unmatched(let name, _):
            unmatched.insert(name)
            count(.unmatched, entry)
        case .incident(let kind, let open, _):
            if open { openIncidents.insert(kind) } else { openIncidents.remove(kind) }
        case .incidentAcknowledged(Self.clockIncident, _): latestAt = entry.at
        case .nightlyDone(let day):
            if entry.at.day > day { nightlyDone.insert(day) } else { nightlyEarly[day] = entry.number }
        default: break
        }
        if let code = entry.dossier { try apply(entry, to: code) }
    }

    private mutating func apply(_ entry: Entry, to code: DossierCode) throws {
        guard var dossier = try dossier(code) else { return }
        let before = dossier.state
        dossier.apply(entry)
        held[code] = Held(dossier)
        guard dossier.state != before else { return }
        states[before, default: 0] -= 1
        states[dossier.state, default: 0] += 1
    }

    private mutating func count(_ kind: Tally.Kind, _ entry: Entry) {
        tallies[Tally(kind: kind, day: entry.at.day), default: 0] += 1
    }
}

extension Event {
    /// Whether it tells of an incident alone, or is the letter that does.
    fileprivate var isIncident: Bool {
        switch self {
        case .incident, .incidentAcknowledged: true
        case .published(let output): output.kind == .incident
        default: false
        }
    }

    /// Whether it tells of reports alone, which change no figure.
    fileprivate var isAboutReports: Bool {
        switch self {
        case .nightlyDone: true
        case .published(let output): output.kind == .report
        default: false
        }
    }
}
