import Bytes
import Dossiers
import Files
import Foundation
import Ledgers
import Publications

/// What reports count of each dossier, as of an entry of the ledger (`State/ledger/counted`): a cache, as the snapshot is.
///
/// One that is not whole, that another version wrote, or whose entry is not in the ledger is not used; the ledger alone is the
/// truth, and is then counted from its first line.
struct CountedFile {
    /// To be raised with every change of what is counted of a dossier, or of how it is written; a tally has it too.
    static let generation = 8
    static let name = FileName.literal("counted")
    private static let draft = FileName.literal(".counted.part")

    let counting: Counting
    let hours: HourMarks
    /// Up to where the ledger was counted.
    let end: LedgerReading.End

    private struct Head: Codable {
        let generation: Int
        let end: LedgerReading.End
        let latest: Moment?
        let table: CountedTable.Shape
        let marks: Int
        let asidesSize: Int
    }

    init(counting: Counting, hours: HourMarks, end: LedgerReading.End) {
        self.counting = counting
        self.hours = hours
        self.end = end
    }

    /// Nil where there is none that may be used.
    init?(in folder: Folder, of ledger: LedgerReading) throws {
        do {
            guard let file = try SummedFile(Self.name, in: folder),
                let head = try? JSONDecoder().decode(Head.self, from: Data(file.head)),
                head.generation == Self.generation, let tableSize = head.table.size(atMost: file.bodySize),
                (0...file.bodySize / HourMarks.size).contains(head.marks),
                head.asidesSize >= 0,
                head.asidesSize == file.bodySize - tableSize - head.marks * HourMarks.size,
                try ledger.has(head.end)
            else { return nil }
            var place = 0
            func read(_ count: Int) throws -> [UInt8] {
                defer { place += count }
                return try file.read(at: place, count: count)
            }
            guard let table = try CountedTable(head.table, read) else { return nil }
            var bytes = try read(head.marks * HourMarks.size)[...]
            var marks: [HourMarks.Mark] = []
            while !bytes.isEmpty {
                marks.append(HourMarks.Mark(bytes.prefix(HourMarks.size)))
                bytes = bytes.dropFirst(HourMarks.size)
            }
            guard let asides = try? JSONDecoder().decode([Counting.Aside].self, from: Data(read(head.asidesSize)))
            else {
                return nil
            }
            end = head.end
            counting = Counting(table: table, asides: asides, number: end.number)
            hours = HourMarks(marks: marks, latest: head.latest)
        } catch is SummedFile.Damaged {
            return nil
        }
    }

    /// Takes the place of an older one by one rename.
    func write(in folder: Folder) throws {
        if try folder.status(of: Self.draft) != nil { try folder.remove(Self.draft) }
        var file = SummedWriter(try folder.create(Self.draft))
        let shape = try counting.table.write { try file.write($0[...]) }
        for mark in hours.marks { try file.write(mark.bytes[...]) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let asides = Array(try encoder.encode(counting.asides))
        try file.write(asides[...])
        let head = Head(
            generation: Self.generation, end: end, latest: hours.latest, table: shape, marks: hours.marks.count,
            asidesSize: asides.count)
        try file.finish(head: Array(try encoder.encode(head)))
        try folder.replace(Self.name, by: Self.draft)
    }
}

extension HourMarks.Mark {
    fileprivate init(_ bytes: ArraySlice<UInt8>) {
        func value(_ start: Int) -> Int {
            Int(truncatingIfNeeded: bytes.dropFirst(start).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        }
        hour = value(0)
        number = value(8)
        head = Digest(Array(bytes.dropFirst(16)))
    }

    fileprivate var bytes: [UInt8] {
        [hour, number].flatMap { value in
            (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * $0)) }
        } + head.bytes
    }
}
