package import Bytes
package import Dossiers
package import Files

/// Reads a ledger from its first line, checking the chain on the way; memory stays flat in its size.
package struct LedgerReading {
    /// Where the reading ended.
    package struct End: Sendable, Codable {
        package var number = 0
        package var head = Ledger.origin
        package var segments: [String] = []
        /// Bytes of the segments before the last.
        var bytesBefore = 0
        /// Bytes of whole commits in the last segment.
        package var wholeBytes = 0
        /// Lines of the last segment in them.
        package var wholeLines = 0
        /// Bytes after them: what a crash left of a commit that was never made.
        package var tornBytes = 0
        /// Where the last commit begins in the last segment.
        var commitStart = 0
        /// Where the last whole line begins in it.
        var lastLineStart = 0
        /// Whether the last line is whole but for its end.
        package var lacksLineEnd = false

        /// Before the first entry.
        package init() {}

        /// Bytes of whole commits in all segments: where the next line begins.
        var position: Int { bytesBefore + wholeBytes }

        /// Goes on in a new segment.
        mutating func begin(_ segment: String) {
            segments.append(segment)
            bytesBefore += wholeBytes
            (wholeBytes, wholeLines, commitStart, lastLineStart) = (0, 0, 0, 0)
        }
    }

    let folder: Folder?
    private let passing: ((_ number: Int) throws -> Void)?

    /// Entries up to where `ledger/head` tells of are facts, even where the end of their commit was torn off.
    ///
    /// - Parameters:
    ///   - folder: nil where there is none, as before the first run: then there is no entry.
    ///   - passing: told how far it is, by the number of the entry that was handed over last; what it throws ends the reading.
    package init(folder: Folder?, passing: ((_ number: Int) throws -> Void)? = nil) {
        self.folder = folder
        self.passing = passing
    }

    /// Hands every entry over, in order.
    ///
    /// What a crash left of a commit is not handed over. Throws `LedgerDamage` where the chain, the numbers or a line do not
    /// fit, and `FileError` where the disk fails.
    @discardableResult
    package func forEach(_ body: (Entry) throws -> Void) throws -> End {
        try forEachLine { entry, _ in try body(entry) }
    }

    /// The same for what stands behind an end that was reached before, with the place of each line in the whole ledger.
    ///
    /// - Parameter most: after so many entries it stops with the commit that is whole; what is torn is told only by a reading that
    ///   came to the end.
    func forEach(after end: End, most: Int = .max, _ body: (Entry, Int) throws -> Void) throws -> End {
        let coding = EntryCoding()
        return try read(from: end, most: most) { line in try body(Self.entry(line, coding), line.position) }
    }

    /// The entries behind an end in whose lines a text stands; the others are not looked into.
    func forEach(after end: End, holding text: String, _ body: (Entry) throws -> Void) throws -> End {
        let coding = EntryCoding()
        let wanted = Array(text.utf8)
        return try read(from: end) { line in
            if line.bytes.firstOffset(of: wanted) != nil { try body(Self.entry(line, coding)) }
        }
    }

    /// Hands over the submissions that were refused before they got a code, in order.
    package func forEachRefusal(_ body: (Refusal) throws -> Void) throws {
        try forEachRefused { _, refusal in try body(refusal) }
    }

    /// The same with the entry that tells of it.
    func forEachRefused(after end: End = End(), _ body: (Entry, Refusal) throws -> Void) throws {
        _ = try forEach(after: end, holding: #""event":"refused""#) { entry in
            if case .refused(let refusal) = entry.event { try body(entry, refusal) }
        }
    }

    /// Hands over what tells of an incident, or that it is in hand, in order.
    package func forEachIncident(_ body: (Entry) throws -> Void) throws {
        _ = try forEach(after: End(), holding: #""event":"incident"#, body)
    }

    /// Hands over the messages behind an end that were rejected, in order, with the entries that tell of it.
    package func forEachRejection(after end: End, _ body: (Entry, Rejection) throws -> Void) throws -> End {
        try forEach(after: end, holding: #""event":"rejected""#) { entry in
            if case .rejected(let rejection) = entry.event { try body(entry, rejection) }
        }
    }

    /// Hands over each entry with the digest of its line.
    ///
    /// - Parameter end: what stands behind it is handed over.
    @discardableResult
    package func forEachLine(after end: End = End(), _ body: (Entry, Digest) throws -> Void) throws -> End {
        let coding = EntryCoding()
        return try read(from: end) { line in try body(Self.entry(line, coding), line.digest) }
    }

    /// Hands over what each line says before its facts, which are not read.
    @discardableResult
    package func forEachHead(_ body: (EntryHead) throws -> Void) throws -> End {
        let coding = EntryCoding()
        return try read { line in try body(EntryHead(line.bytes) ?? EntryHead(Self.entry(line, coding))) }
    }

    private static func entry(_ line: Line, _ coding: EntryCoding) throws(LedgerDamage) -> Entry {
        do {
            return try coding.entry(line.bytes)
        } catch {
            throw line.place.damage("an entry", "facts that cannot be read")
        }
    }

    /// Checks the chain from the first line to the last, without reading the facts.
    package func check() throws -> End { try read { _ in } }

    /// The segments in order; anything else in the folder is left alone.
    private func segments(in folder: Folder) throws(FileError) -> [FileName] {
        try folder.entries().filter { $0.suffix == "jsonl" }.sorted { $0.description < $1.description }
    }

    struct Line {
        let bytes: ArraySlice<UInt8>
        let number: Int
        let digest: Digest
        let place: Place
        /// Where it begins, counted from the first byte of the first segment.
        let position: Int
    }

    /// Hands over the lines of whole commits.
    @discardableResult
    func read(from known: End = End(), most: Int = .max, _ body: (Line) throws -> Void) throws -> End {
        var end = known
        guard let folder else { return end }
        let limit = most == .max ? .max : known.number + most
        // Before the segments, to which more may be added meanwhile.
        let told = try LedgerHead(in: folder)
        let names = try segments(in: folder)
        for name in names.dropFirst(known.segments.count - (known.segments.isEmpty ? 0 : 1)) {
            try read(name, in: folder, isLast: name == names.last, told: told, limit: limit, &end, body)
            if end.number >= limit { return end }
        }
        try expect(told, at: end)
        return end
    }

    /// Whether an end that was reached before is still there: the same segments, and in the last the same line before it.
    package func has(_ end: End) throws -> Bool {
        guard let folder else { return false }
        let told = try LedgerHead(in: folder)
        let names = try segments(in: folder)
        guard let last = end.segments.last, names.prefix(end.segments.count).map(\.description) == end.segments,
            told.map({ $0.number != end.number || $0.digest == end.head }) ?? true
        else { return false }
        let file = try folder.open(FileName.literal(last))
        guard end.lastLineStart < end.wholeBytes, end.wholeBytes <= file.count else { return false }
        let line = try file.read(at: end.lastLineStart, count: end.wholeBytes - end.lastLineStart)
        return line.last == UInt8(ascii: "\n") && SHA256.digest(of: Array(line.dropLast())) == end.head
    }

    /// What was read of a commit whose end has not come yet.
    private struct Pending {
        var lines: [Line] = []
        var number: Int
        var head: Digest
        /// Of the line that was read last; nil before the first.
        var place: Place?
    }

    private func read(
        _ name: FileName, in folder: Folder, isLast: Bool, told: LedgerHead?, limit: Int, _ end: inout End,
        _ body: (Line) throws -> Void
    ) throws {
        let last = end.segments.last.map { Place(segment: FileName.literal($0), line: end.wholeLines) }
        if end.segments.last != name.description { end.begin(name.description) }
        let file = try folder.open(name)
        var lines = SegmentLines(file, from: end.wholeBytes)
        var pending = Pending(number: end.number, head: end.head, place: last)
        var place = Place(segment: name, line: end.wholeLines)
        var start = end.wholeBytes
        while let next = try lines.next() {
            place.line += 1
            defer { start = lines.offset }
            do {
                let seal = try seal(next.bytes, hasEnd: next.hasEnd, place, after: pending)
                guard seal.previous == pending.head else {
                    throw try misfit(seal, place, after: pending, next: lines.next()?.bytes)
                }
                try expect(told, as: seal, place)
                pending.lines.append(
                    Line(
                        bytes: next.bytes, number: seal.number, digest: seal.digest, place: place,
                        position: end.bytesBefore + start))
                pending.number = seal.number
                pending.head = seal.digest
                pending.place = place
                guard seal.endsCommit || seal.number <= told?.number ?? 0 else { continue }
                for line in pending.lines { try body(line) }
                pending.lines.removeAll(keepingCapacity: true)
                if seal.endsCommit { end.commitStart = end.wholeBytes }
                end.number = seal.number
                end.head = seal.digest
                end.lastLineStart = start
                end.wholeBytes = lines.offset
                end.wholeLines = place.line
                end.lacksLineEnd = !next.hasEnd
                try passing?(end.number)
                if seal.endsCommit, end.number >= limit { return }
            } catch let damage as LedgerDamage {
                guard isLast,
                    try !next.hasEnd && !isLineEndChanged(next.bytes) || TornTail.isTorn(file, from: end.wholeBytes)
                else { throw damage }
                break
            }
        }
        end.tornBytes = file.count - end.wholeBytes
        guard isLast || (end.tornBytes == 0 && !end.lacksLineEnd) else {
            throw LedgerDamage(
                segment: name.description, line: end.wholeLines + 1, expected: "the end of a commit",
                found: "the end of the segment")
        }
    }

    struct Place {
        let segment: FileName
        var line: Int

        func damage(_ expected: String, _ found: String) -> LedgerDamage {
            LedgerDamage(segment: segment.description, line: line, expected: expected, found: found)
        }
    }

    private func seal(_ bytes: ArraySlice<UInt8>, hasEnd: Bool, _ place: Place, after before: Pending)
        throws(LedgerDamage)
        -> LineSeal
    {
        guard let seal = LineSeal(bytes) else {
            throw place.damage("an entry", hasEnd ? "a line that cannot be read" : "a line without its end")
        }
        guard seal.number == before.number + 1 else {
            throw place.damage("number \(before.number + 1)", "number \(seal.number)")
        }
        return seal
    }

    /// Which of two lines that do not fit was changed: the one before, where what follows vouches for this one, else this one.
    private func misfit(
        _ seal: LineSeal, _ place: Place, after before: Pending, next: ArraySlice<UInt8>?
    ) -> LedgerDamage {
        let isVouchedFor = next.flatMap { LineSeal($0)?.previous }.map { $0 == seal.digest } ?? seal.endsCommit
        guard isVouchedFor, let changed = before.place else {
            return place.damage("the digest \(before.head) of the line before", "\(seal.previous)")
        }
        return changed.damage("the digest \(seal.previous), which the next line carries", "\(before.head)")
    }

    /// The line that the head tells of must be the one that stands here.
    private func expect(_ told: LedgerHead?, as seal: LineSeal, _ place: Place) throws(LedgerDamage) {
        guard let told, told.number == seal.number, told.digest != seal.digest else { return }
        throw place.damage(
            "the line with the digest \(told.digest), which State/ledger/head tells of", "\(seal.digest)")
    }

    /// A ledger that ends before an entry that was committed is not whole; the last line alone may be torn, and is said.
    private func expect(_ told: LedgerHead?, at end: End) throws(LedgerDamage) {
        guard let told, end.number < told.number - (end.tornBytes > 0 ? 1 : 0) else { return }
        throw LedgerDamage(
            segment: end.segments.last ?? "no segment", line: end.wholeLines + 1,
            expected: "entry \(told.number), which State/ledger/head tells of",
            found: "the end of the ledger at entry \(end.number)")
    }

    /// Whether a last line without its end is whole but for one byte: then that byte was the end, and has changed.
    private func isLineEndChanged(_ bytes: ArraySlice<UInt8>) -> Bool { LineSeal(bytes.dropLast()) != nil }
}
