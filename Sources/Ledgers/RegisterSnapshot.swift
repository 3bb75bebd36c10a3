import Bytes
import Dossiers
import Files
import Foundation
import Synchronization

/// The register as it stood at an entry (`State/ledger/snapshot`), and where in the ledger everything before stands.
///
/// A start reads only what came after; a dossier, an id or a claim from before is read from the ledger's own lines when
/// somebody asks for it, and a few that were asked for last are kept, so that memory does not grow with the ledger. One that is not
/// whole, that another version wrote, or whose place is not in the ledger is not used: the ledger alone is the truth, and is then
/// read from its first line.
final class RegisterSnapshot: Sendable {
    /// To be raised with every change of what the register holds, of how it is folded, or of how a snapshot is written.
    static let generation = 13
    static let file = FileName.literal("snapshot")
    private static let draft = FileName.literal(".snapshot.part")
    private static let mostPlaces = 100

    private struct Head: Codable {
        let generation: Int
        let end: LedgerReading.End
        /// Where each segment begins, in bytes of the whole ledger.
        let starts: [Int]
        let pairs: Int
        let open: Int
        let coding: OpenDossier.Coding
        let counters: Int
        let counterAgencies: [AgencyCode]
        let stateSize: Int
    }

    private let file: SummedFile
    private let head: Head
    private let index: LedgerIndex
    private let lines: PlacedLines
    let counters: CodeCounters
    /// Whoever rules on a message asks several times, for each batch that is in hand.
    private let dossiers = Mutex(LatelyAsked<DossierCode, Register.Held>(most: 128))
    private let places = Mutex(LatelyAsked<LedgerKey, [Int]>(most: 512))

    var end: LedgerReading.End { head.end }

    /// Nil where there is none that is whole, of this generation, and of this ledger.
    ///
    /// - Parameter whole: also looks at every part of it, so that none turns out to be damaged later.
    init?(in folder: Folder, ledger: LedgerReading, whole: Bool) throws {
        do {
            guard let file = try SummedFile(Self.file, in: folder),
                let head = try? JSONDecoder().decode(Head.self, from: Data(file.head)),
                head.generation == Self.generation, try ledger.has(head.end),
                head.starts.count == head.end.segments.count
            else { return nil }
            for (name, range) in zip(head.end.segments, zip(head.starts, head.starts.dropFirst())) {
                guard try folder.status(of: FileName.literal(name))?.size == range.1 - range.0 else { return nil }
            }
            if whole { try file.checkAll() }
            self.file = file
            self.head = head
            index = try LedgerIndex(file, count: head.pairs)
            lines = PlacedLines(in: folder, upTo: head.end, starts: head.starts)
            let countersPlace = LedgerIndex.size(of: head.pairs) + head.open * OpenDossier.Coding.size
            counters = try CodeCounters(
                file.read(at: countersPlace, count: head.counters * CodeCounters.size), agencies: head.counterAgencies)
        } catch is SummedFile.Damaged {
            return nil
        }
    }

    /// Writes a new one in the place of an older, by one rename.
    ///
    /// - Parameter places: of what came after the older one.
    static func write(
        _ register: Register, at end: LedgerReading.End, places: [LedgerIndex.Pair], in folder: Folder
    ) throws -> RegisterSnapshot? {
        if try folder.status(of: draft) != nil { try folder.remove(draft) }
        var file = SummedWriter(try folder.create(draft))
        let old = register.base
        let pairs = try LedgerIndex.write(old?.index, and: places, to: &file)
        var coding = OpenDossier.Coding()
        var open = 0
        try register.forEachOpen { dossier in
            open += 1
            try file.write(coding.bytes(dossier)[...])
        }
        let counters = register.allCounters
        try file.write(counters.bytes[...])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let state = Array(try encoder.encode(register))
        try file.write(state[...])
        var starts = old?.head.starts ?? []
        for name in end.segments.dropFirst(starts.count) {
            guard let last = starts.last else {
                starts.append(0)
                continue
            }
            let before = end.segments[starts.count - 1]
            guard let size = try folder.status(of: FileName.literal(before))?.size else {
                throw LedgerDamage(segment: before, line: 1, expected: "the segment before \(name)", found: "nothing")
            }
            starts.append(last + size)
        }
        let head = Head(
            generation: generation, end: end, starts: starts, pairs: pairs, open: open, coding: coding,
            counters: counters.count, counterAgencies: counters.agencies, stateSize: state.count)
        try file.finish(head: Array(try encoder.encode(head)))
        try folder.replace(Self.file, by: draft)
        return try RegisterSnapshot(in: folder, ledger: LedgerReading(folder: folder), whole: false)
    }

    /// The register as it stood; nil where what is written is none.
    func register() throws -> Register? {
        let place = openPlace + head.open * OpenDossier.Coding.size + head.counters * CodeCounters.size
        let state = try file.read(at: place, count: head.stateSize)
        guard var register = try? JSONDecoder().decode(Register.self, from: Data(state)) else { return nil }
        register.settle(on: self)
        return register
    }

    private var openPlace: Int { LedgerIndex.size(of: head.pairs) }

    /// Every version of a procedure that a dossier kept which was not closed.
    var openProcedures: [ProcedureVersion] { head.coding.procedures }

    /// Every agency that had a dossier which was not closed, or gave it its code.
    var openAgencies: some Sequence<AgencyCode> { head.coding.lists.joined() }

    /// Hands over the dossiers that were not closed.
    func forEachOpen(_ body: (OpenDossier) throws -> Void) throws {
        let size = OpenDossier.Coding.size
        let together = 64 * SummedFile.blockSize / size
        for first in stride(from: 0, to: head.open, by: together) {
            let count = min(together, head.open - first)
            let bytes = try file.read(at: openPlace + first * size, count: count * size)
            for start in stride(from: 0, to: bytes.count, by: size) {
                try body(head.coding.dossier(bytes[start..<start + size]))
            }
        }
    }

    /// A dossier as it stood; nil where none has the code.
    func dossier(_ code: DossierCode) throws -> Dossier? {
        if let known = dossiers.withLock({ $0.value(for: code) }) { return known.dossier }
        guard let dossier = try Dossier(folding: entries(of: code), of: code) else { return nil }
        dossiers.withLock { $0.keep(Register.Held(dossier), for: code) }
        return dossier
    }

    private func places(of key: LedgerKey) throws -> [Int] {
        if let known = places.withLock({ $0.value(for: key) }) { return known }
        let found = try index.places(of: key)
        // What a flood of scans of one name left is too much to keep.
        if found.count <= Self.mostPlaces { places.withLock { $0.keep(found, for: key) } }
        return found
    }

    /// The entries that concern a dossier, in order.
    func entries(of code: DossierCode) throws -> [Entry] {
        try entries(.dossier(code)).filter { $0.dossier == code }
    }

    /// Whether a dossier has entries, as far as the index tells them apart.
    func has(_ code: DossierCode) throws -> Bool { try !places(of: .dossier(code)).isEmpty }

    /// The entries of a claim, which stand together.
    func entries(ofClaim claim: String) throws -> [Entry] {
        var found: [Entry] = []
        let coding = EntryCoding()
        var window = PlacedLines.Window()
        for place in try places(of: .claim(claim)) {
            var place = place
            while place < head.end.position {
                let line = try lines.line(at: place, &window)
                let entry = try Self.entry(line, coding)
                guard entry.claim == claim else { break }
                found.append(entry)
                place += line.count + 1
            }
        }
        return found
    }

    /// The entries that may be meant by a key, in order, the last of them where there are more.
    func entries(_ key: LedgerKey, most: Int = .max) throws -> [Entry] {
        let coding = EntryCoding()
        var window = PlacedLines.Window()
        return try places(of: key).suffix(most).map { try Self.entry(lines.line(at: $0, &window), coding) }
    }

    private static func entry(_ line: ArraySlice<UInt8>, _ coding: EntryCoding) throws -> Entry {
        do {
            return try coding.entry(line)
        } catch {
            throw SummedFile.Damaged()
        }
    }
}
