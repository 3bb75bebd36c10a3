package import Dossiers

/// The fold of a ledger's entries into what reports count; every entry is looked at once.
package struct Counting: Sendable {
    /// What became no dossier, counted by day and stable word; a refused submission by its id as well.
    package struct Other: Hashable, Sendable, Codable, Comparable {
        package enum Kind: String, Sendable, Codable, CaseIterable {
            case refused, repeated, rejected, quarantined, unmatched
        }

        package let kind: Kind
        package let day: Day
        /// The reason or the procedure, where one is known.
        package let detail: String
        /// The id of a submission that was refused, by which the portal has its state; nil of anything else.
        package let id: String?

        package init(kind: Kind, day: Day, detail: String, id: String? = nil) {
            self.kind = kind
            self.day = day
            self.detail = detail
            self.id = id
        }

        package static func < (left: Other, right: Other) -> Bool {
            (left.day, left.kind.rawValue, left.detail, left.id ?? "")
                < (right.day, right.kind.rawValue, right.detail, right.id ?? "")
        }
    }

    /// What was said, about whom; the words themselves stay in the ledger (Điều 9.4).
    package struct Said: Sendable, Codable, Equatable {
        package let at: Moment
        package let dossier: DossierCode?
        package let procedure: String?
        package let agency: AgencyCode?
    }

    /// An agency's report of a year, and when it came (Điều 17.3).
    package struct Sent: Sendable, Codable, Equatable {
        package let agency: AgencyCode
        package let year: Int
        package let at: Moment
        package let roadmap: [YearlyReport.Step]
    }

    /// A day whose reports were made, and when.
    package struct Night: Sendable, Codable, Equatable {
        package let day: Day
        package let at: Moment
    }

    /// What concerns no dossier, as it was entered.
    package struct Aside: Sendable, Codable, Equatable {
        package enum What: Sendable, Codable, Equatable {
            case other(Other), said(Said), sent(Sent), turn(Trouble.Turn), night(Night)
        }

        package let at: Moment
        /// Of the ledger's entry; 0 where that is not known.
        package let number: Int
        package let what: What
    }

    /// A dossier that is followed entry by entry, until it is put into the table.
    private struct Fold: Sendable {
        var dossier: Dossier
        var counted: CountedDossier
        var lastAt: Moment
        var lastEntry: Int

        /// Nil unless it is a receipt.
        init?(_ entry: Entry) {
            guard case .received(let receipt) = entry.event, let code = entry.dossier else { return nil }
            dossier = Dossier(code: code, receipt: receipt, at: entry.at, claim: entry.claim)
            counted = CountedDossier(code: code, receipt: receipt, at: entry.at)
            lastAt = entry.at
            lastEntry = entry.number
        }

        /// Of all entries of a dossier; nil where the first is missing.
        init?(_ entries: some Sequence<Entry>) {
            var fold: Fold?
            for entry in entries {
                if let first = Fold(entry) { fold = first } else { fold?.apply(entry) }
            }
            guard let fold else { return nil }
            self = fold
        }

        mutating func apply(_ entry: Entry) {
            dossier.apply(entry.withoutPapers)
            counted.follow(entry, dossier)
            lastAt = max(lastAt, entry.at)
            lastEntry = entry.number
        }
    }

    /// A fold, which stands apart: it is large, and a table of many is mostly room for more.
    private final class Held: Sendable {
        let fold: Fold
        init(_ fold: Fold) { self.fold = fold }
    }

    /// The dossiers; whoever reads them settles the counting first.
    package private(set) var table = CountedTable()
    package private(set) var asides: [Aside] = []
    /// The last entry that was taken in; 0 before the first.
    package private(set) var number = 0
    private var folds: [DossierCode: Held] = [:]
    /// What is followed and is not in the table as it stands.
    private var unsettled: Set<DossierCode> = []
    /// Of other counts, that tell no single ones.
    private var joined: [Other: Int] = [:]

    package init() {}

    /// Goes on from what was counted up to an entry.
    package init(table: CountedTable, asides: [Aside], number: Int) {
        self.table = table
        self.asides = asides
        self.number = number
    }

    package func has(_ code: DossierCode) -> Bool { folds[code] != nil || table.has(code) }

    /// Takes in the next entry of a ledger all of whose dossiers are followed.
    package mutating func apply(_ entry: Entry) { apply(entry) { _ in [] } }

    /// Takes in the next entry.
    ///
    /// - Parameter past: the entries before it of a dossier that is followed no longer.
    package mutating func apply(_ entry: Entry, past: (DossierCode) throws -> [Entry]) rethrows {
        number = entry.number
        if let fold = Fold(entry) { return follow(fold) }
        if let what = Aside.What(entry) { asides.append(Aside(at: entry.at, number: entry.number, what: what)) }
        guard let code = entry.dossier else { return }
        guard var fold = try folds[code]?.fold ?? (table.has(code) ? Fold(past(code)) : nil) else { return }
        fold.apply(entry)
        follow(fold)
    }

    private mutating func follow(_ fold: Fold) {
        folds[fold.dossier.code] = Held(fold)
        unsettled.insert(fold.dossier.code)
    }

    /// Puts what is followed into the table, and follows no longer what no entry since a number concerned.
    package mutating func settle(followingSince number: Int = 0) {
        for code in unsettled.sorted() {
            guard let fold = folds[code]?.fold else { continue }
            table.set(fold.counted, lastAt: fold.lastAt, lastEntry: fold.lastEntry)
        }
        unsettled = []
        if number > 0 { folds = folds.filter { $0.value.fold.lastEntry >= number } }
    }

    /// Follows nothing any more, and takes no more room than what was counted needs, since reports are to be made of it.
    package mutating func close() {
        settle(followingSince: .max)
        table.compact()
    }

    /// Hands over what the entries up to a moment say, of these only those before a number, and comes back to the present.
    ///
    /// - Parameter past: all entries of a dossier so far.
    package mutating func rewound<Made>(
        to asOf: Moment, before number: Int, past: (DossierCode) throws -> [Entry], _ body: (Counting) throws -> Made
    ) throws -> Made {
        settle()
        let rewound = try table.rewind(to: asOf, before: number) { code in
            Fold(try past(code).filter { $0.at <= asOf && $0.number < number })?.counted
        }
        defer { table.restore(rewound) }
        var then = Counting(
            table: table, asides: asides.filter { $0.at <= asOf && $0.number < number }, number: self.number)
        then.joined = joined
        return try body(then)
    }

    /// Takes in what another count found.
    package mutating func add(_ dossier: CountedDossier) {
        table.set(dossier, lastAt: dossier.receivedAt, lastEntry: 0)
    }
    package mutating func add(_ other: Other, count: Int) { joined[other, default: 0] += count }
    package mutating func add(_ said: Said) { asides.append(Aside(at: said.at, number: 0, what: .said(said))) }
    package mutating func add(_ sent: Sent) { asides.append(Aside(at: sent.at, number: 0, what: .sent(sent))) }
    package mutating func add(_ turn: Trouble.Turn) {
        asides.append(Aside(at: turn.at, number: turn.number, what: .turn(turn)))
    }
    package mutating func add(_ night: Night) { asides.append(Aside(at: night.at, number: 0, what: .night(night))) }

    package var others: [Other: Int] {
        asides.reduce(into: joined) { counts, aside in
            if case .other(let other) = aside.what { counts[other, default: 0] += 1 }
        }
    }
    /// The first day of what concerns no dossier; nil where there is nothing.
    package var firstDay: Day? { (joined.keys.map(\.day) + asides.map(\.at.day)).min() }
    package var feedbacks: [Said] { asides.compactMap { if case .said(let said) = $0.what { said } else { nil } } }
    package var yearlyReports: [Sent] { asides.compactMap { if case .sent(let sent) = $0.what { sent } else { nil } } }
    package var turns: [Trouble.Turn] { asides.compactMap { if case .turn(let turn) = $0.what { turn } else { nil } } }
    /// When the reports of a day were made.
    package var nights: [Night] { asides.compactMap { if case .night(let night) = $0.what { night } else { nil } } }
}

extension Counting.Aside.What {
    /// Nil for what is counted with its dossier, or not at all.
    fileprivate init?(_ entry: Entry) {
        func other(_ kind: Counting.Other.Kind, _ detail: String, id: String? = nil) -> Self {
            .other(Counting.Other(kind: kind, day: entry.at.day, detail: detail, id: id))
        }
        switch entry.event {
        case .refused(let refusal): self = other(.refused, refusal.procedure, id: refusal.submission)
        case .repeated: self = other(.repeated, "")
        case .rejected(let rejection): self = other(.rejected, rejection.reason)
        case .quarantined(let item): self = other(.quarantined, item.code)
        case .unmatched: self = other(.unmatched, "")
        case .feedback(let feedback):
            self = .said(
                Counting.Said(
                    at: entry.at, dossier: feedback.dossier, procedure: feedback.procedure, agency: feedback.agency))
        case .yearlyReport(let report):
            self = .sent(
                Counting.Sent(agency: report.agency, year: report.year, at: entry.at, roadmap: report.roadmap))
        case .incident, .incidentAcknowledged:
            guard let turn = Trouble.Turn(entry) else { return nil }
            self = .turn(turn)
        case .nightlyDone(let day): self = .night(Counting.Night(day: day, at: entry.at))
        default: return nil
        }
    }
}

extension Entry {
    /// The same for a fold that nobody asks for papers, so that it stays small.
    fileprivate var withoutPapers: Entry {
        guard case .examined = event else { return self }
        return Entry(
            number: number, at: at, claim: claim, dossier: dossier,
            event: .examined(Examination(papers: [], findings: [], signatures: [])))
    }
}
