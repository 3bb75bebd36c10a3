import Bytes
import Dossiers
import Files
import Foundation
import Ledgers
import Testing

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

    @Test("A last line that a crash cut off anywhere is cut away and kept; nothing before it is lost")
    func FS14_tornLastLine() throws {
        let (home, entries) = try filled()
        let bytes = try home.read("2026-11.jsonl")
        let lastStart = try #require(bytes.dropLast().lastIndex(of: UInt8(ascii: "\n"))) + 1
        for end in lastStart..<bytes.count {
            let torn = try TemporaryFolder()
            try torn.write("2026-11.jsonl", bytes[..<end])
            let again = try opened(torn)
            #expect(again.entries == Array(entries.dropLast()))
            #expect((again.repair == nil) == (end == lastStart))
            let last = try #require(entries.last)
            try again.ledger.append([last])
            #expect(try torn.read("2026-11.jsonl") == bytes)
        }
    }

    @Test("A change of any byte is found, and its place named")
    func flippedBytes() throws {
        let (home, entries) = try filled()
        let bytes = try home.read("2026-11.jsonl")
        for position in stride(from: 0, to: bytes.count - 1, by: 37) {
            let changed = try TemporaryFolder()
            var copy = bytes
            copy[position] ^= 1
            try changed.write("2026-11.jsonl", copy)
            let line = bytes[..<position].count { $0 == UInt8(ascii: "\n") } + 1
            // What stands in the last line shows only by the head that the day's report printed.
            if line == entries.count { continue }
            let damage = try LedgerVerdict(folder: changed.folder).damage
            #expect(damage.map { $0.line == line || $0.line == line + 1 } == true, "byte \(position) of line \(line)")
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
        #expect(try home.names() == ["2026-10.jsonl", "2026-11.jsonl", "2026-12.jsonl"])
        #expect(try opened(home).entries.count == 4)
        try FileManager.default.removeItem(atPath: home.path + "/2026-11.jsonl")
        #expect(try LedgerVerdict(folder: home.folder).damage?.segment == "2026-12.jsonl")
    }
}
