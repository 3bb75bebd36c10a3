import Bytes
import Dossiers
import Files
import Foundation
import Ledgers
import Publications
import Settings
import Testing

@testable import Pipeline

/// A site whose ledger holds dossiers on every path, and much that is none, entered over some weeks by a clock that is set back
/// now and then.
struct MadeUpLedger {
    let site: TestSite
    let folder: Folder
    let entries: [Entry]

    init(dossiers: Int = 60) throws {
        site = try TestSite()
        folder = try Folder(path: "\(site.path)/State/ledger", create: true)
        entries = try Self.entries(dossiers)
    }

    var compliance: Compliance {
        get throws {
            Compliance(
                site: try SiteFolders(opening: site.path).checkedSite(), ledger: LedgerReading(folder: folder),
                folder: folder)
        }
    }

    /// Writes the first entries, makes a snapshot after some and a table after others.
    func write(snapshotAt: Int, tableAt: Int, until last: Int? = nil) throws {
        try clear()
        var written = 0
        for stop in [snapshotAt, tableAt].sorted() + [last ?? entries.count] {
            let (ledger, _) = try Ledger.open(folder: folder) { _ in }
            // Batches of a few entries, as commits have them.
            while written < stop {
                let end = min(stop, written + 3)
                try ledger.append(Array(entries[written..<end]))
                written = end
            }
            if stop == snapshotAt { _ = try Ledger.open(folder: folder, watching: [], snapshotAfter: 1) }
            if stop == tableAt {
                // A table needs a snapshot; where the later one is to be the only one, this one goes.
                let hasSnapshot = try folder.status(of: FileName.literal("snapshot")) != nil
                if !hasSnapshot { _ = try Ledger.open(folder: folder, watching: [], snapshotAfter: 1) }
                let count = try compliance.count(for: [])
                try count.goOn()
                try count.keep(after: 0)
                if !hasSnapshot { try folder.remove(FileName.literal("snapshot")) }
            }
        }
    }

    func clear() throws {
        for name in try folder.entries() { try folder.remove(name) }
    }

    /// What counting from the first line on gives.
    func truth(_ moments: [Moment], before number: Int = .max) throws -> [[String]] {
        let compliance = try compliance
        return try moments.map { moment in
            var counting = Counting()
            var head = "-"
            try compliance.ledger.forEachLine { entry, digest in
                guard entry.at <= moment, entry.number < number else { return }
                counting.apply(entry)
                head = digest.description
            }
            return try Self.reports(
                compliance,
                Compliance.Snapshot(asOf: moment, counting: counting, number: counting.number, head: head))
        }
    }

    /// Every report of a moment, as pages.
    static func reports(_ compliance: Compliance, _ snapshot: Compliance.Snapshot) throws -> [String] {
        let data = compliance.data(snapshot, from: try #require(Day("2026-01-01")), to: snapshot.asOf.day)
        return try ReportRequest.Kind.allCases.flatMap { kind in
            let report = try ReportRequest(kind).report(data, pendingBefore: nil)
            return [String(decoding: report.html, as: UTF8.self), String(decoding: report.json, as: UTF8.self)]
        }
    }

    static func end(of day: Int) throws -> Moment {
        try #require(Moment("2026-11-\(padded(day, 2))T23:59:59+07:00"))
    }

    private static func entries(_ dossiers: Int) throws -> [Entry] {
        var chance = Chance(state: 7)
        let start = try #require(Moment("2026-11-02T07:00:00+07:00"))
        let agency = try #require(AgencyCode("000.00.12.H34"))
        let other = try #require(AgencyCode("000.00.31.H34"))
        let act = PersonalAct(by: "Trần Bình", reason: "xem lại")
        var planned: [(at: Moment, code: DossierCode?, event: Event)] = []
        func digest(_ number: Int) -> Digest { Digest(Array(repeating: UInt8(number % 250), count: 32)) }
        for number in 1...dossiers {
            var at = start.advanced(bySeconds: chance.below(18 * 86_400))
            let lead = chance.below(3) == 0 ? other : agency
            let code = DossierCode(agency: lead, day: at.day, number: number)
            let procedure = Procedure(
                code: lead == other ? "2.000635" : "1.004269", name: "Thủ tục", sector: "Lĩnh vực",
                level: lead == other ? 4 : 3, agency: lead, coAgencies: lead == agency ? [other] : [],
                time: .workingDays(2), components: [], result: "Kết quả")
            let submission = Submission(
                id: "s-\(number)", procedure: procedure.code, level: procedure.level,
                submitter: Submitter(account: "0900000001", name: "Mẫu"), submittedAt: at, resultDelivery: .counter,
                forms: ["TK"], attachments: [], signatures: [])
            func enter(_ event: Event, after hours: Int = 0) {
                at = at.advanced(bySeconds: chance.below(hours * 3600 + 1))
                planned.append((at, code, event))
            }
            enter(
                .received(
                    Receipt(
                        submission: submission, content: digest(number), procedure: procedure,
                        channel: number.isMultiple(of: 4) ? "postal" : "online")))
            let isFaulty = chance.below(3) == 0
            func examined(_ findings: [Finding]) -> Event {
                .examined(Examination(papers: [], findings: findings, signatures: []))
            }
            enter(examined(isFaulty ? [Finding(.wrongType, component: "CCCD", found: "tiff")] : []))
            if isFaulty {
                enter(.waiting(state: .awaitingSupplement))
                switch chance.below(4) {
                case 0:
                    enter(.withdrawn(Withdrawal(reason: nil)), after: 60)
                    continue
                case 1: continue
                default: enter(examined([]), after: 60)
                }
            } else if chance.below(6) == 0 {
                enter(.waiting(state: .held))
                enter(.released(act), after: 30)
            }
            let deadlines = Deadlines(
                from: at, handOver: at.advanced(bySeconds: 4 * 3600), result: at.advanced(bySeconds: 2 * 86_400),
                provisional: chance.below(9) == 0)
            enter(.completed(deadlines))
            if chance.below(12) == 0 { enter(.violationMarked(act), after: 5) }
            enter(.acknowledged(by: lead, message: "a-\(number)"), after: 9)
            if chance.below(5) == 0 {
                enter(.paused(.supplement), after: 5)
                if chance.below(3) > 0 { enter(.resumed(deadlines), after: 40) }
            }
            if chance.below(6) == 0 {
                let granted = Extension(
                    by: lead, reason: "xác minh", newDate: at.advanced(bySeconds: 5 * 86_400), approvedBy: "B")
                enter(.extended(granted), after: 70)
            }
            if lead == agency {
                enter(.resultReceived(ResultReceipt(by: other, approvedBy: "B", papers: [])), after: 30)
            }
            if chance.below(5) == 0 {
                // Those of a ledger of before give the new agency no time of its own.
                let own = Deadlines(
                    from: deadlines.from, handOver: at.advanced(bySeconds: 4 * 3600), result: deadlines.result,
                    provisional: deadlines.provisional)
                enter(.rerouted(to: lead == other ? agency : other, act, chance.below(3) > 0 ? own : nil), after: 5)
            }
            switch chance.below(8) {
            case 0: continue
            case 1:
                enter(
                    .agencyRefused(AgencyRefusal(by: lead, reasons: ["a"], approvedBy: "B", refund: false)), after: 50)
            default:
                enter(.resultReceived(ResultReceipt(by: lead, approvedBy: "B", papers: [])), after: 90)
                if chance.below(4) > 0 { enter(.collected(Collection(route: .counter, collectedAt: at)), after: 40) }
            }
            var feedback = Feedback(message: "f-\(number)", text: "Rõ ràng")
            feedback.dossier = code
            feedback.agency = lead
            if chance.below(6) == 0 { enter(.feedback(feedback), after: 20) }
        }
        for number in 1...20 {
            let at = start.advanced(bySeconds: chance.below(20 * 86_400))
            let event: Event =
                switch number % 5 {
                case 0: .quarantined(Quarantined(name: "\(number)", channel: "online", code: "crc", reason: "…"))
                case 1: .unmatched(Unmatched(name: "\(number)", reason: "…"))
                case 2: .incident(kind: "disk", open: true, effect: "full")
                case 3: .incident(kind: "disk", open: false, effect: "full")
                default: .nightlyDone(day: at.day.advanced(by: -1))
                }
            planned.append((at, nil, event))
        }
        // A stable order; then every so often the clock is wrong by hours, over midnight too.
        let ordered = planned.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
        return ordered.enumerated().map { index, item in
            let (at, code, event) = item.element
            let wrong = index % 17 == 9 ? at.advanced(bySeconds: -chance.below(40 * 3600)) : at
            return Entry(number: index + 1, at: wrong, claim: "c-\(index)", dossier: code, event: event)
        }
    }
}

/// Numbers that look like chance and are the same each time (SplitMix64).
struct Chance {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(limit))
    }
}
