import Bytes
package import Dossiers

/// What stands in the ledger, folded: a value, so that a batch is ruled on a copy that is thrown away if the commit fails.
///
/// Where a snapshot spared reading the ledger from its first line, it holds in memory only what came after, and reads the rest
/// where somebody asks for it; the snapshot keeps a little of that. Encoded it leaves out what the snapshot finds in the ledger itself.
package struct Register: Sendable, Codable {
    /// The dossiers that entries since the snapshot concern: without one, all of them.
    package var recent: [DossierCode: Dossier] { held.mapValues(\.dossier) }
    private(set) var held: [DossierCode: Held] = [:]
    /// How many dossiers stand where.
    package private(set) var states: [DossierState: Int] = [:]
    /// How many submissions were refused before they got a code.
    package private(set) var refusals = 0
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
    private(set) var quarantined: Set<String> = []
    private(set) var putBack: Set<String> = []
    private(set) var unmatched: Set<String> = []
    private(set) var strays: [Unmatched] = []
    private(set) var matched: Set<String> = []
    private(set) var submissions: [String: KnownSubmission] = [:]
    private(set) var messages: [Sender: KnownMessage] = [:]
    /// The numbers that were given since the snapshot.
    private(set) var counters: [Counter: Int] = [:]
    /// Numbers of which something outside the ledger tells.
    private(set) var seen: [Counter: Int] = [:]
    private var watching: Set<String> = []

    /// A dossier, to which copies of the register refer together: it is large, and few of them change in a batch.
    final class Held: Sendable {
        let dossier: Dossier
        init(_ dossier: Dossier) { self.dossier = dossier }
    }

    /// Who names an id: each inbox folder's senders give their own.
    struct Sender: Hashable {
        let channel: String
        let id: String
    }

    struct Counter: Hashable {
        let agency: AgencyCode
        let day: Day
    }

    package init() {}

    private enum CodingKeys: String, CodingKey {
        case states, refusals, tallies, nightlyDone, nightlyEarly, lastFact, openIncidents
        case firstDay, latestAt, nextNumber
    }

    /// Lets go of what a snapshot that was made of it, or that it was read from, finds in the ledger.
    mutating func settle(on snapshot: RegisterSnapshot) {
        base = snapshot
        held = [:]
        counters = [:]
        submissions = [:]
        messages = [:]
        quarantined = []
        putBack = []
        unmatched = []
        strays = []
        matched = []
    }

    /// Keeps the entries of some claims for recovery, those that stand in the snapshot too.
    mutating func watch(_ claims: Set<String>) throws {
        watching = claims
        for claim in claims {
            if let entries = try base?.entries(ofClaim: claim), !entries.isEmpty { watched[claim] = entries }
        }
    }

    /// Gives no number again up to that of a code, which the ledger does not know.
    package mutating func pass(_ code: DossierCode) {
        let counter = Counter(agency: code.agency, day: code.day)
        seen[counter] = max(seen[counter] ?? 0, code.number)
    }

    /// Numbers events of one moment, and takes them in.
    package mutating func take(
        _ events: [Event], claim: String, dossier: DossierCode?, at moment: Moment
    ) throws -> [Entry] {
        let entries = events.enumerated().map {
            Entry(number: nextNumber + $0, at: moment, claim: claim, dossier: dossier, event: $1)
        }
        try apply(entries)
        return entries
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
        try note(entry)
        if let code = entry.dossier { try apply(CollectionOfOne(entry), to: code) }
    }

    /// Takes in the next entries; the dossier that some in a row concern is put back once.
    ///
    /// Throws as for one.
    package mutating func apply(_ entries: [Entry]) throws {
        var rest = entries[...]
        while let first = rest.first {
            let own = rest.prefix { $0.dossier == first.dossier }
            for entry in own { try note(entry) }
            if let code = first.dossier { try apply(own, to: code) }
            rest = rest[own.endIndex...]
        }
    }

    /// Takes in what an entry says beside what it says of its dossier.
    private mutating func note(_ entry: Entry) throws {
        nextNumber = max(nextNumber, entry.number + 1)
        // Not that of the first entry, which a clock that was ahead may have made.
        if !entry.event.isIncident { firstDay = min(firstDay ?? entry.at.day, entry.at.day) }
        if !entry.event.isAboutReports {
            lastFact = entry.number
            // Reports of a day to which something is added, and of the days behind it, were made by a clock that was ahead.
            var day = entry.at.day
            while !nightlyDone.isEmpty, nightlyDone.remove(day) != nil { day = day.advanced(by: 1) }
        }
        latestAt = max(latestAt ?? entry.at, entry.at)
        if watching.contains(entry.claim) { watched[entry.claim, default: []].append(entry) }
        switch entry.event {
        case .received(let receipt):
            guard let code = entry.dossier else { return }
            submissions[receipt.submission] = Self.known(receipt.submission, after: entry, before: nil)
            let counter = Counter(agency: code.agency, day: code.day)
            counters[counter] = max(counters[counter] ?? 0, code.number)
        case .refused(let refusal):
            refusals += 1
            submissions[refusal.submission] = Self.known(
                refusal.submission, after: entry, before: try submission(refusal.submission))
        case .messageReceived(let message):
            let known = try self.message(message.id, from: message.channel)
            messages[Sender(channel: message.channel, id: message.id)] = KnownMessage(
                content: known?.content ?? message.content, rejection: nil, conflicts: known?.conflicts ?? [])
        case .rejected(let rejection):
            count(.rejected, entry)
            // What came with other content says nothing of the message whose id it bears.
            if var known = try message(rejection.message, from: rejection.channel) {
                if rejection.reason != RejectionReason.otherContent.rawValue { known.rejection = rejection }
                if let content = rejection.content { known.conflicts.insert(content) }
                messages[Sender(channel: rejection.channel, id: rejection.message)] = known
            }
        case .repeated: count(.repeated, entry)
        case .quarantined(let item):
            quarantined.insert(item.name)
            count(.quarantined, entry)
        case .putBack(let name, _): putBack.insert(name)
        case .unmatched(let item):
            unmatched.insert(item.name)
            strays.append(item)
            count(.unmatched, entry)
        case .matched(let name, _): matched.insert(name)
        case .incident(let kind, let open, _):
            if open { openIncidents.insert(kind) } else { openIncidents.remove(kind) }
        case .incidentAcknowledged(Self.clockIncident, _): latestAt = entry.at
        case .nightlyDone(let day):
            if entry.at.day > day { nightlyDone.insert(day) } else { nightlyEarly[day] = entry.number }
        default: break
        }
    }

    private mutating func apply(_ entries: some Swift.Collection<Entry>, to code: DossierCode) throws {
        // One that is received just now is not looked for in the snapshot.
        let isNew = if case .received? = entries.first?.event { true } else { false }
        var dossier = isNew ? nil : try dossier(code)
        for entry in entries {
            let before = dossier?.state
            if case .received(let receipt) = entry.event {
                dossier = Dossier(code: code, receipt: receipt, at: entry.at, claim: entry.claim)
            } else {
                dossier?.apply(entry)
            }
            guard let state = dossier?.state, state != before else { continue }
            if let before { states[before, default: 0] -= 1 }
            states[state, default: 0] += 1
        }
        if let dossier { held[code] = Held(dossier) }
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
