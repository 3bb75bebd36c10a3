package import Bytes
package import Dossiers

/// What stands in the ledger, folded: a value, so that a batch is ruled on a copy that is thrown away if the commit fails.
///
/// Encoded it leaves out what `Part` holds, of which there may be a million.
package struct Register: Sendable, Codable {
    /// A submission that was refused before it got a code.
    package struct Refused: Sendable, Codable {
        package let refusal: Refusal
        package let at: Moment
    }

    /// What somebody said, and when it came.
    package struct Said: Sendable, Codable {
        package let feedback: Feedback
        package let at: Moment
    }

    /// An agency's report of a year, and when it came.
    package struct Reported: Sendable, Codable {
        package let report: YearlyReport
        package let at: Moment
    }

    /// How often something happened that belongs to no dossier, by day and inbox folder or reason.
    package struct Tally: Hashable, Sendable, Codable {
        package enum Kind: String, Sendable, Codable, CaseIterable { case repeated, rejected, quarantined, unmatched }

        package let kind: Kind
        package let day: Day
    }

    package private(set) var dossiers: [DossierCode: Dossier] = [:]
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
    /// The day of the first event.
    package private(set) var firstDay: Day?
    /// When the last event was entered.
    package private(set) var lastEntryAt: Moment?
    /// The number that the next event gets.
    package private(set) var nextNumber = 1
    /// The entries of claims that recovery asked for.
    package private(set) var watched: [String: [Entry]] = [:]

    private var quarantined: Set<String> = []
    private var unmatched: Set<String> = []
    private(set) var submissions: [String: KnownSubmission] = [:]
    private(set) var messages: [String: Digest] = [:]
    private var counters: [Counter: Int] = [:]
    private var watching: Set<String> = []

    private struct Counter: Hashable, Codable {
        let agency: AgencyCode
        let day: Day
    }

    /// - Parameter watching: claims whose entries are kept for recovery.
    package init(watching: Set<String> = []) { self.watching = watching }

    /// Some of what there is most of, as one line of a snapshot holds it.
    struct Part: Codable {
        var dossiers: [Dossier] = []
        var submissions: [String: KnownSubmission] = [:]
        var messages: [String: Digest] = [:]
    }

    private enum CodingKeys: String, CodingKey {
        case refusals, feedbacks, yearlyReports, tallies, nightlyDone, nightlyEarly, lastFact, openIncidents, firstDay
        case lastEntryAt, nextNumber, quarantined, unmatched, counters
    }

    /// Takes in a part of a snapshot.
    mutating func add(_ part: Part) {
        for dossier in part.dossiers { dossiers[dossier.code] = dossier }
        submissions.merge(part.submissions) { $1 }
        messages.merge(part.messages) { $1 }
    }

    package func submission(_ id: String) -> KnownSubmission? { submissions[id] }

    /// The content of the message that first had this id; nil where none had.
    package func message(_ id: String) -> Digest? { messages[id] }

    /// The number that an agency gives next on a day; each is given once, ever.
    package func nextNumber(agency: AgencyCode, day: Day) -> Int {
        (counters[Counter(agency: agency, day: day)] ?? 0) + 1
    }

    /// Whether a name was ever given in the quarantine, so that none is given twice.
    package func isInQuarantine(_ name: String) -> Bool { quarantined.contains(name) }

    /// Whether a name was ever given in the unmatched tray.
    package func isUnmatched(_ name: String) -> Bool { unmatched.contains(name) }

    /// Keeps numbers free for events that are entered once their files are staged.
    package mutating func reserve(numbers: Int) { nextNumber += numbers }

    /// Takes in the next entry.
    package mutating func apply(_ entry: Entry) {
        nextNumber = max(nextNumber, entry.number + 1)
        if firstDay == nil { firstDay = entry.at.day }
        if !entry.event.isAboutReports { lastFact = entry.number }
        lastEntryAt = entry.at
        if watching.contains(entry.claim) { watched[entry.claim, default: []].append(entry) }
        switch entry.event {
        case .received(let receipt):
            guard let code = entry.dossier else { return }
            dossiers[code] = Dossier(code: code, receipt: receipt, at: entry.at, claim: entry.claim)
            submissions[receipt.submission] = KnownSubmission(content: receipt.content, dossier: code)
            let counter = Counter(agency: code.agency, day: code.day)
            counters[counter] = max(counters[counter] ?? 0, code.number)
            return
        case .refused(let refusal):
            refusals.append(Refused(refusal: refusal, at: entry.at))
            // A conflict does not take the id away from the submission that had it first.
            if submissions[refusal.submission] == nil {
                submissions[refusal.submission] = KnownSubmission(content: refusal.content, dossier: nil)
            }
        case .messageReceived(let message):
            if messages[message.id] == nil { messages[message.id] = message.content }
        case .feedback(let feedback): feedbacks.append(Said(feedback: feedback, at: entry.at))
        case .yearlyReport(let report): yearlyReports.append(Reported(report: report, at: entry.at))
        case .rejected: count(.rejected, entry)
        case .repeated: count(.repeated, entry)
        case .quarantined(let item):
            quarantined.insert(item.name)
            count(.quarantined, entry)
        case .unmatched(let name, _):
            unmatched.insert(name)
            count(.unmatched, entry)
        case .incident(let kind, let open, _):
            if open { openIncidents.insert(kind) } else { openIncidents.remove(kind) }
        case .nightlyDone(let day):
            if entry.at.day > day { nightlyDone.insert(day) } else { nightlyEarly[day] = entry.number }
        default: break
        }
        if let code = entry.dossier { dossiers[code]?.apply(entry) }
    }

    private mutating func count(_ kind: Tally.Kind, _ entry: Entry) {
        tallies[Tally(kind: kind, day: entry.at.day), default: 0] += 1
    }
}

extension Event {
    /// Whether it tells of reports alone, which change no figure.
    fileprivate var isAboutReports: Bool {
        switch self {
        case .nightlyDone: true
        case .published(let output): output.kind == .report
        default: false
        }
    }
}
