import Bytes
import Dossiers
import Files
import Ledgers
import Publications

/// The ledger as reports count it: a table of its past, and the fold of the entries since.
///
/// A dossier that is in the table, and that an entry since concerns, is folded anew from its own lines. So it is where somebody
/// asks for an earlier moment, if later entries concern it.
final class LedgerCount {
    /// After so many entries without one of its own a dossier is followed no longer, so that memory stays flat.
    private static let followedMost = 10_000
    /// For more moments of the past it is quicker to count from the first line on.
    static let rewoundMost = 4

    private let followed: Int
    private let ledger: LedgerReading
    private let folder: Folder?
    /// Nil where there is no snapshot: then there is no table either, and every dossier is followed.
    private let past: LedgerPast?
    /// The entries behind those that the snapshot knows.
    private var recent: [DossierCode: [Entry]] = [:]
    private var counting = Counting()
    private var hours = HourMarks()
    private var end = LedgerReading.End()
    /// Up to where the table goes that was read.
    private var kept = 0

    /// - Parameter moments: as of which it will be asked for, in their order.
    init(
        _ ledger: LedgerReading, in folder: Folder?, for moments: [Moment], followed: Int = followedMost
    ) throws {
        self.followed = followed
        self.ledger = ledger
        self.folder = folder
        past = try folder.flatMap { try LedgerPast(in: $0, by: ledger) }
        guard let folder, past != nil, let file = try CountedFile(in: folder, of: ledger),
            moments.count(where: { moment in file.hours.latest.map { moment < $0 } ?? false }) <= Self.rewoundMost
        else { return }
        counting = file.counting
        hours = file.hours
        end = file.end
        kept = end.number
        guard let past, past.end.number < kept else { return }
        _ = try ledger.forEachLine(after: past.end) { entry, _ in
            if entry.number <= kept { remember(entry) }
        }
    }

    /// Counts up to the ledger's end, and makes something of it as of each of the moments.
    func read<Made>(_ moments: [Moment], _ make: (Compliance.Snapshot) throws -> Made) throws -> [Made] {
        var made: [Made?] = Array(repeating: nil, count: moments.count)
        var next = 0
        func makeThose(before at: Moment) throws {
            while next < moments.count, moments[next] < at {
                made[next] = try self.at(moments[next], make)
                next += 1
            }
        }
        if let latest = hours.latest { try makeThose(before: latest) }
        // From there on a clock was set back, and what was made is made anew.
        var stale = moments.count
        try goOn { entry in
            try makeThose(before: entry.at)
            stale = min(stale, moments[..<next].firstIndex { entry.at <= $0 } ?? stale)
        }
        for index in min(stale, next)..<moments.count { made[index] = try at(moments[index], make) }
        return made.compactMap { $0 }
    }

    /// Takes in what the ledger holds beyond what was counted; each entry is shown before it is.
    func goOn(_ show: (Entry) throws -> Void = { _ in }) throws {
        end = try ledger.forEachLine(after: end) { entry, digest in
            try show(entry)
            try counting.apply(entry) { code in try entries(of: code).filter { $0.number < entry.number } }
            hours.add(entry, digest)
            guard let past else { return }
            if entry.number > past.end.number { remember(entry) }
            if entry.number.isMultiple(of: followed) {
                counting.settle(followingSince: entry.number - followed)
                // Between the table's growing arrays lies what the folds needed.
                FreedMemory.trim()
            }
        }
        guard past != nil else { return }
        counting.close()
        FreedMemory.trim()
    }

    private func remember(_ entry: Entry) {
        if let code = entry.dossier { recent[code, default: []].append(entry) }
    }

    /// Makes something of the entries up to a moment, whenever they were entered; with `number`, of those before that one.
    func at<Made>(
        _ moment: Moment, before number: Int = .max, _ make: (Compliance.Snapshot) throws -> Made
    ) throws -> Made {
        if number > counting.number, hours.latest.map({ $0 <= moment }) ?? true {
            counting.settle()
            let last = hours.last(asOf: moment) ?? nil
            return try make(
                Compliance.Snapshot(
                    asOf: moment, counting: counting, number: last?.number ?? 0, head: last?.head ?? "-"))
        }
        guard past != nil else { return try make(reread(moment, before: number)) }
        let last = try last(moment, before: number)
        return try counting.rewound(to: moment, before: number, past: entries) { counting in
            try make(
                Compliance.Snapshot(
                    asOf: moment, counting: counting, number: last?.number ?? 0, head: last?.head ?? "-"))
        }
    }

    /// The days whose reports were made after they were over, with the entry that says so.
    var nights: [(day: Day, number: Int)] {
        counting.asides.compactMap { aside in
            guard case .night(let night) = aside.what, night.at.day > night.day else { return nil }
            return (night.day, aside.number)
        }
    }

    /// The counted dossiers, as of the last entry.
    func table() -> CountedTable {
        counting.settle()
        return counting.table
    }

    /// Keeps the table for the next time, where so many entries came since the last that it is worth it.
    func keep(after: Int) throws {
        guard let folder, past != nil, end.number - kept >= after else { return }
        counting.settle()
        try CountedFile(counting: counting, hours: hours, end: end).write(in: folder)
        kept = end.number
    }

    /// All entries of a dossier that were read.
    private func entries(of code: DossierCode) throws -> [Entry] {
        (try past?.entries(of: code) ?? []) + (recent[code] ?? [])
    }

    /// The last entry up to a moment.
    private func last(_ moment: Moment, before number: Int) throws -> (number: Int, head: String)? {
        if number == .max, let last = hours.last(asOf: moment) { return last }
        var last: (Int, String)?
        try ledger.forEachLine { entry, digest in
            if entry.at <= moment, entry.number < number { last = (entry.number, digest.description) }
        }
        return last
    }

    private func reread(_ moment: Moment, before number: Int) throws -> Compliance.Snapshot {
        var counting = Counting()
        var head = "-"
        try ledger.forEachLine { entry, digest in
            guard entry.at <= moment, entry.number < number else { return }
            counting.apply(entry)
            head = digest.description
        }
        counting.settle()
        return Compliance.Snapshot(asOf: moment, counting: counting, number: counting.number, head: head)
    }
}
