import Bytes
import Dossiers
import Files
import Foundation
import Testing

@testable import Ledgers

@Suite("The ledger")
struct LedgerTests {
    private func opened(_ home: TemporaryFolder) throws -> (ledger: Ledger, entries: [Entry], repair: LedgerRepair?) {
        var entries: [Entry] = []
        let (ledger, repair) = try Ledger.open(folder: home.folder) { entries.append($0) }
        return (ledger, entries, repair)
    }

    private func filled() throws -> (TemporaryFolder, [Entry]) {
        let home = try TemporaryFolder()
        let entries = try Entries.all()
        let ledger = try opened(home).ledger
        try ledger.append(Array(entries.prefix(5)))
        try ledger.append(Array(entries.dropFirst(5)))
        return (home, entries)
    }

    @Test("Every kind of entry is read back as it was written")
    func roundTrip() throws {
        let (home, entries) = try filled()
        let again = try opened(home)
        #expect(again.entries == entries)
        #expect(again.repair == nil)
        #expect(again.ledger.headNumber == entries.count)
        #expect(try LedgerVerdict(folder: home.folder).damage == nil)
    }

    @Test("Without a head that can be read nobody says that nothing is missing", arguments: [nil, "junk\n"])
    func noWitness(head: String?) throws {
        let (home, _) = try filled()
        #expect(try LedgerVerdict(folder: home.folder).description.contains("none missing"))
        try FileManager.default.removeItem(atPath: "\(home.path)/head")
        if let head { try home.write("head", head.utf8) }
        let verdict = try LedgerVerdict(folder: home.folder)
        #expect(verdict.damage == nil && verdict.hasNoWitness)
        #expect(verdict.description.contains("cannot be told") && !verdict.description.contains("none missing"))
        let empty = try TemporaryFolder()
        #expect(try LedgerVerdict(folder: empty.folder).hasNoWitness == false)
    }

    @Test("A reading tells how far it is, and of how many entries")
    func passing() throws {
        let (home, entries) = try filled()
        var told: [[Int?]] = []
        _ = try LedgerVerdict(folder: home.folder) { told.append([$0, $1]) }
        #expect(told == (1...entries.count).map { [$0, entries.count] })
    }

    @Test("Each line is JSON with its number, its time, and the digest of the line before")
    func lines() throws {
        let (home, entries) = try filled()
        let lines = try home.read("2026-11.jsonl").split(separator: UInt8(ascii: "\n")).map { Array($0) }
        #expect(lines.count == entries.count)
        var previous = Ledger.origin
        for (line, entry) in zip(lines, entries) {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
            #expect(object["n"] as? Int == entry.number)
            #expect(object["at"] as? String == "2026-11-23T14:00:00+07:00")
            #expect(object["prev"] as? String == previous.description)
            previous = SHA256.digest(of: line)
        }
    }

    @Test("After a commit that failed at its very end nothing more is appended; the next start has it (FS12)")
    func FS12_failedHead() throws {
        let home = try TemporaryFolder()
        let entries = try Entries.all()
        let ledger = try opened(home).ledger
        try ledger.append([entries[0]])
        #expect(!ledger.isPoisoned)
        let head = "\(home.path)/head"
        try FileManager.default.removeItem(atPath: head)
        try FileManager.default.createDirectory(atPath: head, withIntermediateDirectories: false)
        #expect(throws: FileError.self) { try ledger.append([entries[1]]) }
        #expect(ledger.isPoisoned)
        try FileManager.default.removeItem(atPath: head)
        #expect(try opened(home).entries == Array(entries.prefix(2)))
    }

    @Test("A commit that a crash cut off anywhere is cut away and kept; nothing before it is lost")
    func FS14_tornCommit() throws {
        let (home, entries) = try filled()
        let bytes = try home.read("2026-11.jsonl")
        let firstEnd = bytes.split(separator: UInt8(ascii: "\n")).prefix(5).reduce(0) { $0 + $1.count + 1 }
        for end in (firstEnd..<bytes.count - 1) where end % 211 == 0 || end > bytes.count - 8 || end < firstEnd + 2 {
            let torn = try TemporaryFolder()
            try torn.write("2026-11.jsonl", bytes[..<end])
            let again = try opened(torn)
            #expect(again.entries == Array(entries.prefix(5)))
            #expect((again.repair == nil) == (end == firstEnd))
            try again.ledger.append(Array(entries.dropFirst(5)))
            #expect(try torn.read("2026-11.jsonl") == bytes)
        }
    }

    @Test("A last line that lacks nothing but its end counts, and gets it")
    func FS14_missingLineEnd() throws {
        let (home, entries) = try filled()
        let bytes = try home.read("2026-11.jsonl")
        let torn = try TemporaryFolder()
        try torn.write("2026-11.jsonl", bytes.dropLast())
        let again = try opened(torn)
        #expect(again.entries == entries)
        #expect(again.repair == .ended(segment: "2026-11.jsonl"))
        #expect(try torn.read("2026-11.jsonl") == bytes)
    }

    @Test("Pages of a commit that never came leave holes, whatever came behind them; they are cut away")
    func FS14_holes() throws {
        let (home, entries) = try filled()
        let bytes = try home.read("2026-11.jsonl")
        let firstEnd = bytes.split(separator: UInt8(ascii: "\n")).prefix(5).reduce(0) { $0 + $1.count + 1 }
        for (from, to) in [(firstEnd, bytes.count), (firstEnd, firstEnd + 700), (firstEnd + 300, bytes.count - 40)] {
            let torn = try TemporaryFolder()
            var copy = bytes
            for index in from..<to { copy[index] = 0 }
            try torn.write("2026-11.jsonl", copy)
            let again = try opened(torn)
            #expect(again.entries == Array(entries.prefix(5)))
            #expect(again.repair != nil)
        }
        // In a commit that another follows, it is damage.
        let damaged = try TemporaryFolder()
        var copy = bytes
        for index in firstEnd - 100..<firstEnd - 50 { copy[index] = 0 }
        try damaged.write("2026-11.jsonl", copy)
        #expect(throws: LedgerDamage.self) { try opened(damaged) }
    }

    @Test("A ledger that was cut back whole, or that is another, is not gone on with")
    func copiedBack() throws {
        let (home, entries) = try filled()
        let bytes = try home.read("2026-11.jsonl")
        let firstEnd = bytes.split(separator: UInt8(ascii: "\n")).prefix(5).reduce(0) { $0 + $1.count + 1 }
        let head = try home.read("head")
        let old = try TemporaryFolder()
        try old.write("2026-11.jsonl", bytes[..<firstEnd])
        try old.write("head", head)
        #expect(throws: LedgerDamage.self) { try opened(old) }
        #expect(try LedgerVerdict(folder: old.folder).damage?.line == 6)
        // The last line alone, torn after it was committed: the lines before it are facts.
        let torn = try TemporaryFolder()
        try torn.write("2026-11.jsonl", bytes.dropLast(30))
        try torn.write("head", head)
        let again = try opened(torn)
        #expect(again.entries == Array(entries.dropLast()))
        try again.ledger.append(Array(entries.suffix(1)))
        #expect(try opened(torn).entries == entries)
        // A head that cannot be read says nothing.
        try old.write("head", head.dropLast(20))
        #expect(try opened(old).entries == Array(entries.prefix(5)))
    }

    @Test("FS14 what is torn in the same place again is kept beside what was torn there before")
    func FS14_tornTwice() throws {
        let (home, entries) = try filled()
        let whole = try home.read("2026-11.jsonl")
        for torn in ["first", "second"] {
            try home.write("2026-11.jsonl", whole + Array(torn.utf8))
            _ = try opened(home)
            #expect(try home.read("2026-11.jsonl") == whole)
        }
        #expect(try home.read("torn-after-\(entries.count)") == Array("first".utf8))
        #expect(try home.read("torn-after-\(entries.count)-2") == Array("second".utf8))
    }

    @Test("FS14 after a committed last line was torn every start and every reader counts the rest of its commit")
    func FS14_tornAfterCommit() throws {
        let (home, entries) = try filled()
        let bytes = try home.read("2026-11.jsonl")
        let torn = try TemporaryFolder()
        try torn.write("2026-11.jsonl", bytes.dropLast(30))
        try torn.write("head", home.read("head"))
        func read() throws -> [Entry] {
            var read: [Entry] = []
            try LedgerReading(folder: torn.folder).forEach { read.append($0) }
            return read
        }
        let rest = Array(entries.dropLast())
        #expect(try read() == rest)
        let kept = "torn-after-\(rest.count)"
        let repair = LedgerRepair.lost(entry: entries.count, segment: "2026-11.jsonl", keptAs: kept)
        #expect(try opened(torn).repair == repair)
        let cut = LedgerRepair.cut(segment: "2026-11.jsonl", bytes: 9, keptAs: kept)
        for repair in [repair, cut] { #expect(repair.description.contains(" kept in State/ledger/\(kept)")) }
        for _ in 1...2 {
            #expect(try read() == rest)
            let again = try opened(torn)
            #expect(again.entries == rest)
            #expect(again.repair == nil)
        }
        #expect(try LedgerVerdict(folder: torn.folder).damage == nil)
        try opened(torn).ledger.append(Array(entries.suffix(1)))
        // From here on the mark of a commit says it, and no longer the head.
        try FileManager.default.removeItem(atPath: "\(torn.path)/head")
        #expect(try read() == entries)
    }

    @Test("A change of any byte is found, and its place named")
    func flippedBytes() throws {
        let (home, _) = try filled()
        let bytes = try home.read("2026-11.jsonl")
        for position in stride(from: 0, to: bytes.count, by: 149) {
            let changed = try TemporaryFolder()
            var copy = bytes
            copy[position] ^= 1
            try changed.write("2026-11.jsonl", copy)
            let line = bytes[..<position].count { $0 == UInt8(ascii: "\n") } + 1
            let damage = try LedgerVerdict(folder: changed.folder).damage
            #expect(damage?.line == line, "byte \(position) of line \(line)")
            #expect(throws: LedgerDamage.self) { try opened(changed) }
        }
    }

    @Test("A missing, doubled or swapped line is found", arguments: ["missing", "doubled", "swapped"])
    func order(change: String) throws {
        let (home, _) = try filled()
        var lines = try home.read("2026-11.jsonl").split(separator: UInt8(ascii: "\n")).map { Array($0) }
        switch change {
        case "missing": lines.remove(at: 3)
        case "doubled": lines.insert(lines[3], at: 3)
        default: lines.swapAt(3, 4)
        }
        let changed = try TemporaryFolder()
        try changed.write("2026-11.jsonl", lines.flatMap { $0 + [UInt8(ascii: "\n")] })
        let damage = try #require(try LedgerVerdict(folder: changed.folder).damage)
        #expect((4...5).contains(damage.line))
    }

    @Test("A month is a segment; a clock that steps back goes on in the latest; a missing segment is found")
    func segments() throws {
        let home = try TemporaryFolder()
        let ledger = try opened(home).ledger
        let day = try #require(Day("2026-10-01"))
        let times = ["2026-10-31T23:59", "2026-11-01T00:00", "2026-10-31T23:59", "2026-12-01T08:00"]
        try ledger.append(
            times.enumerated().map { index, time in
                Entry(
                    number: index + 1, at: try Entries.moment(time), claim: "", dossier: nil,
                    event: .nightlyDone(day: day))
            })
        #expect(try home.names() == ["2026-10.jsonl", "2026-11.jsonl", "2026-12.jsonl", "head"])
        #expect(try opened(home).entries.count == 4)
        try FileManager.default.removeItem(atPath: home.path + "/2026-11.jsonl")
        #expect(try LedgerVerdict(folder: home.folder).damage?.segment == "2026-12.jsonl")
    }

    @Test("A line that somebody wrote anew, with its mark, is named even where the next segment tells on it")
    func writtenAnew() throws {
        let home = try TemporaryFolder()
        let ledger = try opened(home).ledger
        let times = ["2026-10-31T23:58", "2026-10-31T23:59", "2026-11-01T00:00", "2026-11-01T00:01"]
        for (index, time) in times.enumerated() {
            try ledger.append([
                Entry(
                    number: index + 1, at: try Entries.moment(time), claim: "", dossier: nil,
                    event: .nightlyDone(day: try #require(Day("2026-10-01"))))
            ])
        }
        var lines = try home.read("2026-10.jsonl").split(separator: UInt8(ascii: "\n")).map { Array($0) }
        let mark = try #require(lines[1].firstRange(of: Array(",\"commit\":".utf8)))
        var line = Array(lines[1][..<mark.lowerBound]) + [UInt8(ascii: "}")]
        line.replace(Array("2026-10-01".utf8), with: Array("2026-10-02".utf8))
        lines[1] = LineSeal.committing(line)
        try home.write("2026-10.jsonl", lines.flatMap { $0 + [UInt8(ascii: "\n")] })
        let damage = try #require(try LedgerVerdict(folder: home.folder).damage)
        #expect(damage.segment == "2026-10.jsonl" && damage.line == 2)
    }
}
