import Dossiers
import Foundation
import Ledgers
import Testing

@Suite("Snapshots of the register")
struct SnapshotTests {
    /// A ledger that is long enough for a snapshot to be worth it.
    private func long() throws -> TemporaryFolder {
        let home = try TemporaryFolder()
        let (ledger, _) = try Ledger.open(folder: home.folder) { _ in }
        let entries = try Entries.all()
        try ledger.append(entries)
        let day = try #require(Day("2026-11-20"))
        let last = try #require(entries.last)
        try ledger.append(
            (1...10_000).map {
                Entry(number: last.number + $0, at: last.at, claim: "", dossier: nil, event: .nightlyDone(day: day))
            })
        return home
    }

    private func folded(_ home: TemporaryFolder) throws -> Register {
        var register = Register()
        try LedgerReading(folder: home.folder).forEach { register.apply($0) }
        return register
    }

    private func expectSame(_ register: Register, _ other: Register) {
        #expect(register.dossiers == other.dossiers)
        #expect(register.nextNumber == other.nextNumber)
        #expect(register.tallies == other.tallies)
        #expect(register.nightlyDone == other.nightlyDone)
        #expect(register.openIncidents == other.openIncidents)
        #expect(register.refusals.count == other.refusals.count)
        for dossier in other.dossiers.values {
            #expect(register.submission(dossier.receipt.submission) == other.submission(dossier.receipt.submission))
            #expect(
                register.nextNumber(agency: dossier.code.agency, day: dossier.code.day)
                    == other.nextNumber(agency: dossier.code.agency, day: dossier.code.day))
        }
    }

    @Test("A start makes one where it is worth it, and the next reads it and what came after")
    func used() throws {
        let home = try long()
        let first = try Ledger.open(folder: home.folder, watching: [])
        expectSame(first.register, try folded(home))
        #expect(try home.names().contains("snapshot"))
        let last = first.ledger.headNumber
        try first.ledger.append([
            Entry(
                number: last + 1, at: try Entries.moment("2026-11-24T08:00"), claim: "", dossier: nil,
                event: .incident(kind: "later", open: true, effect: ""))
        ])
        let again = try Ledger.open(folder: home.folder, watching: [])
        expectSame(again.register, try folded(home))
        #expect(again.register.openIncidents.contains("later"))
        #expect(again.ledger.headNumber == last + 1)
        #expect(again.ledger.head == first.ledger.head)
    }

    @Test("One that is damaged, or of another ledger, is not used", arguments: ["cut", "changed", "other"])
    func unfit(how: String) throws {
        let home = try long()
        _ = try Ledger.open(folder: home.folder, watching: [])
        var bytes = try home.read("snapshot")
        switch how {
        case "cut": try home.write("snapshot", bytes.dropLast(100))
        case "changed":
            bytes[bytes.count / 2] ^= 1
            try home.write("snapshot", bytes)
        default:
            let other = try TemporaryFolder()
            let (ledger, _) = try Ledger.open(folder: other.folder) { _ in }
            try ledger.append(Array(try Entries.all().prefix(3)))
            try other.write("snapshot", bytes)
            let opened = try Ledger.open(folder: other.folder, watching: [])
            expectSame(opened.register, try folded(other))
            #expect(opened.ledger.headNumber == 3)
            return
        }
        expectSame(try Ledger.open(folder: home.folder, watching: []).register, try folded(home))
    }

    @Test("The entries of a claim that was left are found, whatever a snapshot spares")
    func watching() throws {
        let home = try long()
        _ = try Ledger.open(folder: home.folder, watching: [])
        let claim = try #require(try Entries.all().first { !$0.claim.isEmpty }?.claim)
        let opened = try Ledger.open(folder: home.folder, watching: [claim])
        #expect(opened.register.watched[claim]?.isEmpty == false)
    }
}
