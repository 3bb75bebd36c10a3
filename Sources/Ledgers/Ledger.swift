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

    private let folder: Folder
    private let coding = EntryCoding()
    private var segment: String?
    private var isPoisoned = false
    package private(set) var head: Digest
    /// The number of the last entry; 0 in an empty ledger.
    package private(set) var headNumber: Int

    private init(folder: Folder, end: LedgerReading.End) {
        self.folder = folder
        segment = end.segments.last
        head = end.head
        headNumber = end.number
    }

    /// Reads the whole ledger, hands every entry over, and mends a torn end.
    ///
    /// Throws `LedgerDamage` where it is damaged before its end.
    package static func open(
        folder: Folder, _ body: (Entry) throws -> Void
    ) throws -> (ledger: Ledger, repair: LedgerRepair?) {
        let end = try LedgerReading(folder: folder, told: try LedgerHead(in: folder)).forEach(body)
        let repair = try mend(folder, end)
        try makeSure(folder, end)
        return (Ledger(folder: folder, end: end), repair)
    }

    /// Reads the register as it stands, and mends a torn end.
    ///
    /// Where the entries of no claim are asked for, a snapshot is read and only what came after it; where much came, a new one
    /// is made.
    package static func open(
        folder: Folder, watching: Set<String>
    ) throws -> (ledger: Ledger, register: Register, repair: LedgerRepair?) {
        let reading = LedgerReading(folder: folder, told: try LedgerHead(in: folder))
        let (register, end, known) = try read(reading, in: folder, watching: watching)
        let repair = try mend(folder, end)
        try makeSure(folder, end)
        if watching.isEmpty, repair == nil, end.number - known >= RegisterSnapshot.worthwhile {
            try RegisterSnapshot(register: register, end: end).write(in: folder)
        }
        return (Ledger(folder: folder, end: end), register, repair)
    }

    /// Reads the register as it stands, and changes nothing.
    package static func register(
        in folder: Folder
    ) throws -> (register: Register, end: LedgerReading.End) {
        let (register, end, _) = try read(LedgerReading(folder: folder), in: folder, watching: [])
        return (register, end)
    }

    /// - Returns: also the number of the entry up to which a snapshot spared the reading.
    private static func read(
        _ reading: LedgerReading, in folder: Folder, watching: Set<String>
    ) throws -> (Register, LedgerReading.End, known: Int) {
        if watching.isEmpty, let snapshot = try RegisterSnapshot(in: folder, ledger: reading) {
            var register = snapshot.register
            let end = try reading.forEach(after: snapshot.end) { register.apply($0) }
            return (register, end, snapshot.end.number)
        }
        var register = Register(watching: watching)
        let end = try reading.forEach { register.apply($0) }
        return (register, end, 0)
    }

    /// Writes the entries in one piece and syncs once: after this they are facts.
    ///
    /// Throws what the disk refused; then nothing further is appended, since a failed sync must not be tried again.
    package func append(_ entries: [Entry]) throws {
        guard !entries.isEmpty else { return }
        precondition(!isPoisoned, "nothing is appended to a ledger whose last sync failed")
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
        var digest = head
        var number = headNumber
        for entry in entries {
            precondition(entry.number == number + 1, "entries are numbered without gaps")
            var line = try coding.line(entry, previous: digest)
            if entry.number == entries.last?.number { line = LineSeal.committing(line) }
            digest = SHA256.digest(of: line)
            number = entry.number
            bytes += line
            bytes.append(UInt8(ascii: "\n"))
        }
        isPoisoned = true
        var file = try folder.append(to: FileName.literal(target))
        try file.write(bytes)
        try file.syncContents()
        try file.close()
        if target != segment { try folder.sync() }
        isPoisoned = false
        segment = target
        head = digest
        headNumber = number
        try LedgerHead(number: number, digest: digest).write(in: folder)
    }

    private func name(for entry: Entry) -> String {
        let (year, month, _) = entry.at.day.civil
        let own = "\(padded(year, 4))-\(padded(month, 2)).jsonl"
        guard let segment else { return own }
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

    private static func mend(_ folder: Folder, _ end: LedgerReading.End) throws -> LedgerRepair? {
        guard let segment = end.segments.last else { return nil }
        let name = FileName.literal(segment)
        if end.lacksLineEnd {
            var file = try folder.append(to: name)
            try file.write([UInt8(ascii: "\n")])
            try file.sync()
            try file.close()
            return .ended(segment: segment)
        }
        guard end.tornBytes > 0 else { return nil }
        let torn = try folder.open(name).read(at: end.wholeBytes, count: end.tornBytes)
        let kept = "torn-after-\(end.number)"
        try folder.replaceDurably(FileName.literal(kept), with: torn)
        var file = try folder.append(to: name)
        try file.truncate(to: end.wholeBytes)
        try file.sync()
        try file.close()
        return .cut(segment: segment, bytes: end.tornBytes, keptAs: kept)
    }
}
