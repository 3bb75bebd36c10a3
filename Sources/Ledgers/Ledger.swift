package import Bytes
package import Dossiers
package import Files

/// The ledger (sổ theo dõi hồ sơ): every fact, in order, each line chained to the one before.
///
/// Its sync is the commit; the last line of each carries the commit's mark, so that one that was torn is none at all.
///
/// One segment a month, by the month of the entry's own time. Where the clock steps back over a month's end, entries go on
/// in the latest segment: a segment is never opened again once a later one exists.
package final class Ledger {
    /// Stands in the first line for the digest of the line before.
    package static let origin = Digest(Array(repeating: 0, count: 32))

    /// So many entries are worth a new snapshot.
    package static let snapshotAfter = 10_000
    /// So many a submission makes; a dossier takes as much room where a single entry concerned it.
    private static let entriesOfDossier = 6
    /// So many are read between two snapshots where the ledger is read from its first line, so that memory stays flat.
    private static let stretch = 100_000

    private let folder: Folder
    private let coding = EntryCoding()
    private var end: LedgerReading.End
    /// Where the entries since the snapshot stand.
    private var places: LedgerPlaces
    /// Whether a commit failed, wherever in it: then nothing more is appended before the next start, which finds what lasts of it.
    package private(set) var isPoisoned = false
    package var head: Digest { end.head }
    /// The number of the last entry; 0 in an empty ledger.
    package var headNumber: Int { end.number }

    private init(folder: Folder, end: LedgerReading.End, places: LedgerPlaces = LedgerPlaces()) {
        self.folder = folder
        self.end = end
        self.places = places
    }

    /// Reads the whole ledger, hands every entry over, and mends a torn end.
    ///
    /// Throws `LedgerDamage` where it is damaged before its end.
    package static func open(
        folder: Folder, _ body: (Entry) throws -> Void
    ) throws -> (ledger: Ledger, repair: LedgerRepair?) {
        var end = try LedgerReading(folder: folder).forEach(body)
        let repair = try mend(folder, &end)
        try makeSure(folder, end)
        return (Ledger(folder: folder, end: end), repair)
    }

    /// Reads the register as it stands, and mends a torn end.
    ///
    /// A snapshot is read, and only what came after it; where much came, a new one is made.
    ///
    /// - Parameter watching: claims whose entries are kept for recovery.
    package static func open(
        folder: Folder, watching: Set<String>, snapshotAfter: Int = snapshotAfter
    ) throws -> (ledger: Ledger, register: Register, repair: LedgerRepair?) {
        let reading = LedgerReading(folder: folder)
        let base = try RegisterSnapshot(in: folder, ledger: reading, whole: true)
        var register = try base?.register() ?? Register()
        try register.watch(watching)
        var places = LedgerPlaces()
        var end = register.base?.end ?? LedgerReading.End()
        let known = end.number
        while true {
            let before = end.number
            end = try reading.forEach(after: end, most: stretch) { entry, place in
                try register.apply(entry)
                places.add(entry, at: place)
            }
            guard end.number - before >= stretch else { break }
            try settle(&register, at: end, &places, in: folder)
        }
        let repair = try mend(folder, &end)
        try makeSure(folder, end)
        let ledger = Ledger(folder: folder, end: end, places: places)
        try ledger.settle(&register, after: snapshotAfter)
        // Of what reading a stretch takes next to nothing is needed later, and counting for reports would come on top of it.
        if end.number - known >= stretch { FreedMemory.trim() }
        return (ledger, register, repair)
    }

    /// Reads the register as it stands, and changes nothing.
    package static func register(
        in folder: Folder, by reading: LedgerReading? = nil
    ) throws -> (register: Register, end: LedgerReading.End) {
        let reading = reading ?? LedgerReading(folder: folder)
        let base = try RegisterSnapshot(in: folder, ledger: reading, whole: false)
        var register = try base?.register() ?? Register()
        let end = try reading.forEach(after: register.base?.end ?? .init()) { entry, _ in try register.apply(entry) }
        return (register, end)
    }

    /// The same, but nil where no snapshot spares reading a long ledger from its first line.
    package static func registerAtHand(in folder: Folder) throws -> Register? {
        let reading = LedgerReading(folder: folder)
        if try RegisterSnapshot(in: folder, ledger: reading, whole: false) == nil,
            try LedgerHead(in: folder)?.number ?? 0 > snapshotAfter
        {
            return nil
        }
        return try register(in: folder, by: reading).register
    }

    /// The entries of one dossier, in order, without reading the others where a snapshot says where they stand.
    package static func entries(of code: DossierCode, in folder: Folder) throws -> [Entry] {
        let reading = LedgerReading(folder: folder)
        let base = try RegisterSnapshot(in: folder, ledger: reading, whole: false)
        var entries = try base?.entries(of: code) ?? []
        _ = try reading.forEach(after: base?.end ?? .init(), holding: code.description) { entry in
            if entry.dossier == code { entries.append(entry) }
        }
        return entries
    }

    /// The entries that say that what came under the id of a submission was refused before it got a code, in order.
    package static func refusals(of submission: String, in folder: Folder) throws -> [Entry] {
        let reading = LedgerReading(folder: folder)
        let base = try RegisterSnapshot(in: folder, ledger: reading, whole: false)
        var entries = try base?.entries(.submission(submission)) ?? []
        try reading.forEachRefused(after: base?.end ?? .init()) { entry, _ in entries.append(entry) }
        return entries.filter {
            if case .refused(let refusal) = $0.event { refusal.submission == submission } else { false }
        }
    }

    /// Makes a snapshot of a register that holds every entry, where so many came since the last, or where as many dossiers are held
    /// as usually make so many; and lets go of what is found in it.
    package func settle(_ register: inout Register, after count: Int) throws {
        let entries = end.number - (register.base?.end.number ?? 0)
        guard entries >= count || register.held.count >= max(1, count / Self.entriesOfDossier) else { return }
        try Self.settle(&register, at: end, &places, in: folder)
    }

    private static func settle(
        _ register: inout Register, at end: LedgerReading.End, _ places: inout LedgerPlaces, in folder: Folder
    ) throws {
        guard let snapshot = try RegisterSnapshot.write(register, at: end, places: places.pairs, in: folder) else {
            return
        }
        places.removeAll()
        register.settle(on: snapshot)
    }

    /// Writes the entries in one piece and syncs once: after this they are facts.
    ///
    /// Throws what the disk refused; then nothing further is appended, since a failed sync must not be tried again.
    package func append(_ entries: [Entry]) throws {
        guard !entries.isEmpty else { return }
        precondition(!isPoisoned, "nothing is appended to a ledger whose last commit failed")
        var start = entries.startIndex
        while start < entries.endIndex {
            let target = name(for: entries[start])
            let end = entries[start...].firstIndex { name(for: $0) != target } ?? entries.endIndex
            try append(entries[start..<end], to: target)
            start = end
        }
    }

    private func append(_ entries: ArraySlice<Entry>, to target: String) throws {
        var bytes: [UInt8] = []
        var after = end
        if target != after.segments.last { after.begin(target) }
        after.commitStart = after.wholeBytes
        let start = after.position
        var starts: [Int] = []
        var digest = head
        var number = headNumber
        for entry in entries {
            precondition(entry.number == number + 1, "entries are numbered without gaps")
            var line = try coding.line(entry, previous: digest)
            if entry.number == entries.last?.number { line = LineSeal.committing(line) }
            digest = SHA256.digest(of: line)
            number = entry.number
            starts.append(start + bytes.count)
            after.lastLineStart = after.wholeBytes + bytes.count
            bytes += line
            bytes.append(UInt8(ascii: "\n"))
        }
        isPoisoned = true
        var file = try folder.append(to: FileName.literal(target))
        try file.write(bytes)
        try file.syncContents()
        try file.close()
        if target != end.segments.last { try folder.sync() }
        after.head = digest
        after.number = number
        after.wholeBytes += bytes.count
        after.wholeLines += entries.count
        end = after
        for (entry, place) in zip(entries, starts) { places.add(entry, at: place) }
        // Whoever asked for the commit does not know of it before this either.
        try LedgerHead(number: number, digest: digest).write(in: folder)
        isPoisoned = false
    }

    private func name(for entry: Entry) -> String {
        let (year, month, _) = entry.at.day.civil
        let own = "\(padded(year, 4))-\(padded(month, 2)).jsonl"
        guard let segment = end.segments.last else { return own }
        return max(own, segment)
    }

    /// What an earlier run wrote may be seen without being on the disk, if its sync failed: it is written again.
    private static func makeSure(_ folder: Folder, _ end: LedgerReading.End) throws {
        guard let segment = end.segments.last else { return }
        if end.wholeBytes > end.commitStart {
            try folder.renew(
                FileName.literal(segment), from: end.commitStart, count: end.wholeBytes - end.commitStart)
        }
        try folder.sync()
    }

    private static func mend(_ folder: Folder, _ end: inout LedgerReading.End) throws -> LedgerRepair? {
        guard let segment = end.segments.last else { return nil }
        let name = FileName.literal(segment)
        if end.lacksLineEnd {
            var file = try folder.append(to: name)
            try file.write([UInt8(ascii: "\n")])
            try file.sync()
            try file.close()
            end.lacksLineEnd = false
            end.wholeBytes += 1
            return .ended(segment: segment)
        }
        guard end.tornBytes > 0 else { return nil }
        let torn = try folder.open(name).read(at: end.wholeBytes, count: end.tornBytes)
        let kept = try nameForTorn(after: end.number, in: folder)
        try folder.replaceDurably(FileName.literal(kept), with: torn)
        let lost = try LedgerHead(in: folder).flatMap { $0.number > end.number ? $0.number : nil }
        // Lasts before the cut: the lines before are the rest of a commit that has no end any more, and count by this alone.
        if lost != nil { try LedgerHead(number: end.number, digest: end.head).writeDurably(in: folder) }
        var file = try folder.append(to: name)
        try file.truncate(to: end.wholeBytes)
        try file.sync()
        try file.close()
        defer { end.tornBytes = 0 }
        if let lost { return .lost(entry: lost, segment: segment, keptAs: kept) }
        return .cut(segment: segment, bytes: end.tornBytes, keptAs: kept)
    }

    /// What was cut off there before is kept too.
    private static func nameForTorn(after number: Int, in folder: Folder) throws(FileError) -> String {
        var name = "torn-after-\(number)"
        var times = 1
        while try folder.status(of: FileName.literal(name)) != nil {
            times += 1
            name = "torn-after-\(number)-\(times)"
        }
        return name
    }
}
