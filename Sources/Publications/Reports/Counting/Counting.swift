package import Dossiers

/// The fold of a ledger's entries into what reports count; every entry is looked at once.
package struct Counting: Sendable {
    /// What became no dossier, counted by day and stable word.
    package struct Other: Hashable, Sendable, Codable, Comparable {
        package enum Kind: String, Sendable, Codable, CaseIterable {
            case refused, repeated, rejected, quarantined, unmatched
        }

        package let kind: Kind
        package let day: Day
        /// The reason or the procedure, where one is known.
        package let detail: String

        package init(kind: Kind, day: Day, detail: String) {
            self.kind = kind
            self.day = day
            self.detail = detail
        }

        package static func < (left: Other, right: Other) -> Bool {
            (left.day, left.kind.rawValue, left.detail) < (right.day, right.kind.rawValue, right.detail)
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

    package private(set) var dossiers: [DossierCode: CountedDossier] = [:]
    package private(set) var others: [Other: Int] = [:]
    package private(set) var feedbacks: [Said] = []
    package private(set) var yearlyReports: [Sent] = []
    package private(set) var turns: [Trouble.Turn] = []
    /// When the reports of a day were made.
    package private(set) var nights: [Night] = []
    /// The last entry that was taken in; 0 before the first.
    package private(set) var number = 0
    private var folds: [DossierCode: Dossier] = [:]

    package init() {}

    package mutating func apply(_ entry: Entry) {
        number = entry.number
        switch entry.event {
        case .received(let receipt):
            guard let code = entry.dossier else { return }
            folds[code] = Dossier(code: code, receipt: receipt, at: entry.at, claim: entry.claim)
            dossiers[code] = CountedDossier(code: code, receipt: receipt, at: entry.at)
            return
        case .refused(let refusal): count(.refused, entry, refusal.procedure)
        case .repeated: count(.repeated, entry, "")
        case .rejected(let rejection): count(.rejected, entry, rejection.reason)
        case .quarantined(let item): count(.quarantined, entry, item.code)
        case .unmatched: count(.unmatched, entry, "")
        case .feedback(let feedback):
            feedbacks.append(
                Said(
                    at: entry.at, dossier: feedback.dossier, procedure: feedback.procedure, agency: feedback.agency))
        case .yearlyReport(let report):
            yearlyReports.append(
                Sent(agency: report.agency, year: report.year, at: entry.at, roadmap: report.roadmap))
        case .incident, .incidentAcknowledged: turns += [Trouble.Turn(entry)].compactMap { $0 }
        case .nightlyDone(let day): nights.append(Night(day: day, at: entry.at))
        default: break
        }
        guard let code = entry.dossier, dossiers[code] != nil else { return }
        folds[code]?.apply(entry.withoutPapers)
        if let fold = folds[code] { dossiers[code]?.follow(entry, fold) }
    }

    /// Takes in what another count found.
    package mutating func add(_ dossier: CountedDossier) { dossiers[dossier.code] = dossier }
    package mutating func add(_ other: Other, count: Int) { others[other, default: 0] += count }
    package mutating func add(_ said: Said) { feedbacks.append(said) }
    package mutating func add(_ sent: Sent) { yearlyReports.append(sent) }
    package mutating func add(_ turn: Trouble.Turn) { turns.append(turn) }
    package mutating func add(_ night: Night) { nights.append(night) }

    private mutating func count(_ kind: Other.Kind, _ entry: Entry, _ detail: String) {
        others[Other(kind: kind, day: entry.at.day, detail: detail), default: 0] += 1
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
