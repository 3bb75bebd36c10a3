import Bytes
import Dossiers
import Testing

@testable import Ledgers

@Suite("Lines of the ledger by their places")
struct PlacedLinesTests {
    /// Lines shorter and longer than what is read together, of two months.
    private static let lengths = [10, 3_000, 20_000, 5, 4_096, 900, 900, 70_000, 1]

    private func ledger() throws -> TemporaryFolder {
        let home = try TemporaryFolder()
        let (ledger, _) = try Ledger.open(folder: home.folder) { _ in }
        for (index, length) in Self.lengths.enumerated() {
            let at = try Entries.moment(index < 5 ? "2026-11-24T08:00" : "2026-12-24T08:00")
            let event = Event.incident(kind: "k", open: true, effect: String(repeating: "x", count: length))
            try ledger.append([Entry(number: index + 1, at: at, claim: "c", dossier: nil, event: event)])
        }
        return home
    }

    /// Where each line begins, and the lines themselves, with a reader of them.
    private func read(_ home: TemporaryFolder) throws -> (lines: PlacedLines, places: [(Int, ArraySlice<UInt8>)]) {
        let end = try LedgerReading(folder: home.folder).forEachLine { _, _ in }
        var starts: [Int] = []
        var bytes: [UInt8] = []
        for name in end.segments {
            starts.append(bytes.count)
            bytes += try home.read(name)
        }
        var places: [(Int, ArraySlice<UInt8>)] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) { places.append((line.startIndex, line)) }
        return (PlacedLines(in: home.folder, upTo: end, starts: starts), places)
    }

    @Test("Each is found, whether asked for in order, backwards or again, with what was read last or without")
    func found() throws {
        let home = try ledger()
        let (lines, places) = try read(home)
        #expect(places.count == Self.lengths.count)
        var window = PlacedLines.Window()
        for (place, line) in places + places.reversed() + places.shuffled() {
            #expect(try lines.line(at: place, &window) == line)
            var fresh = PlacedLines.Window()
            #expect(try lines.line(at: place, &fresh) == line)
        }
    }

    @Test("One that was changed is damage, and says where it stands; the others are found", arguments: 0..<9)
    func changed(index: Int) throws {
        let home = try ledger()
        let (lines, places) = try read(home)
        let segment = index < 5 ? "2026-11.jsonl" : "2026-12.jsonl"
        let number = index < 5 ? index + 1 : index - 4
        var bytes = try home.read(segment)
        let start = places[index].0 - places[index < 5 ? 0 : 5].0
        let letter = try #require(bytes[start...].firstIndex(of: UInt8(ascii: "x")))
        bytes[letter] = UInt8(ascii: "y")
        try home.write(segment, bytes)
        for (other, (place, line)) in places.enumerated() {
            var window = PlacedLines.Window()
            if other == index {
                let damage = try #require(throws: LedgerDamage.self) { _ = try lines.line(at: place, &window) }
                #expect(damage.segment == segment && damage.line == number)
            } else {
                #expect(try lines.line(at: place, &window) == line)
            }
        }
    }
}
