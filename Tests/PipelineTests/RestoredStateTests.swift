import Dossiers
import Files
import Foundation
import Ledgers
import Pipeline
import Testing

@Suite("A State/ that was put back under another outbox")
struct RestoredStateTests {
    private let agency = "000.00.12.H34"

    private func code(_ number: Int) -> String { "\(agency)-261123-000\(number)" }

    private func move(_ path: String, to other: String, in site: TestSite) throws {
        try FileManager.default.moveItem(atPath: "\(site.path)/\(path)", toPath: "\(site.path)/\(other)")
    }

    /// Takes all of a dossier but its letters, as readers do.
    private func fetch(_ code: String, from site: TestSite) throws {
        for folder in ["Outbox/portal"] + site.names("Outbox/agencies").map({ "Outbox/agencies/\($0)" }) {
            for name in site.names(folder) where name.hasPrefix(code) {
                try FileManager.default.removeItem(atPath: "\(site.path)/\(folder)/\(name)")
            }
        }
    }

    @Test(
        "FS11 of an earlier time gives no number again that the outbox has seen, and tells of the dossiers that it lacks"
    )
    func FS11_numbers() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        try FileManager.default.copyItem(atPath: "\(site.path)/State", toPath: "\(site.path)/before")
        let letters = site.names("Outbox/notices")
        try site.dropComplete("s-2")
        try site.once()
        let zip = "Outbox/agencies/\(agency)/\(code(2)).zip"
        let seen = try Data(contentsOf: URL(fileURLWithPath: "\(site.path)/\(zip)"))
        try move("State", to: "after", in: site)
        try move("before", to: "State", in: site)
        try site.dropComplete("s-3")
        #expect(throws: LedgerBehind.self) { try site.once() }
        for letter in site.names("Outbox/notices") where !letters.contains(letter) {
            try move("Outbox/notices/\(letter)", to: "after/\(letter)", in: site)
        }
        #expect(try site.once().map(\.dossier?.description) == [code(3)])
        #expect(try Data(contentsOf: URL(fileURLWithPath: "\(site.path)/\(zip)")) == seen)
        #expect(try site.list().map { $0[0] } == [code(1), code(3)])
        #expect(try site.incidents().filter { $0.hasPrefix("outbox") } == ["outbox-ahead true"])
        try site.once()
        #expect(try site.incidents().filter { $0.hasPrefix("outbox") } == ["outbox-ahead true"])
        try fetch(code(2), from: site)
        try site.once()
        #expect(try site.incidents().filter { $0.hasPrefix("outbox") } == ["outbox-ahead true", "outbox-ahead false"])
    }

    @Test(
        "FS11 of an earlier time gives no number again that its own archive has, though readers have emptied the outbox"
    )
    func FS11_archivedNumbers() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        try FileManager.default.copyItem(atPath: "\(site.path)/State/ledger", toPath: "\(site.path)/before")
        let letters = site.names("Outbox/notices")
        try site.dropComplete("s-2")
        try site.once()
        let place = "State/archive/2026/11/23"
        let archived = try #require(site.names(place).first { $0.hasPrefix(code(2)) })
        try move("State/ledger", to: "after", in: site)
        try move("before", to: "State/ledger", in: site)
        for letter in site.names("Outbox/notices") where !letters.contains(letter) {
            try move("Outbox/notices/\(letter)", to: "after/\(letter)", in: site)
        }
        try fetch(code(2), from: site)
        try site.dropComplete("s-3")
        #expect(try site.once().map(\.dossier?.description) == [code(3)])
        try site.once()
        #expect(try site.incidents().filter { $0.hasPrefix("outbox") } == ["outbox-ahead true"])
        try move("\(place)/\(archived)", to: "after/\(archived)", in: site)
        try site.once()
        #expect(try site.incidents().filter { $0.hasPrefix("outbox") } == ["outbox-ahead true", "outbox-ahead false"])
    }

    @Test("OP9 the id of a submission that was refused passes for no code, whatever it begins with")
    func OP9_idLikeCode() throws {
        let site = try TestSite()
        let id = "\(agency)-261123-999999999-x"
        let form = Forms.submission(id, procedure: "9.999999", attachments: [])
        try site.drop("online/s.zip", Forms.zip([("hoso.xml", form)]))
        try site.once()
        #expect(site.names("Outbox/portal") == ["\(id).status.xml"])
        try site.dropComplete("s-1")
        #expect(try site.once().map(\.dossier?.description) == [code(1)])
        #expect(try site.incidents().allSatisfy { !$0.hasPrefix("outbox") })
    }

    /// A site whose first dossier waits, since something else came by its name while it was taken in.
    private func takenName() throws -> (site: TestSite, zip: URL) {
        let site = try TestSite()
        let zip = URL(fileURLWithPath: "\(site.path)/Outbox/agencies/\(agency)/\(code(1)).zip")
        try FileManager.default.createDirectory(
            at: zip.deletingLastPathComponent(), withIntermediateDirectories: true)
        do {
            let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
            try Data("something else".utf8).write(to: zip)
            try site.dropComplete("s-1")
            try office.once()
        }
        return (site, zip)
    }

    @Test(
        "What leaves under a name that something else has waits and is told over all starts, and leaves once that is gone"
    )
    func nameTaken() throws {
        let (site, zip) = try takenName()
        #expect(try site.incidents() == ["name-taken:Outbox/agencies/\(agency)/\(code(1)).zip true"])
        for _ in 1...2 { try site.once() }
        #expect(try Data(contentsOf: zip) == Data("something else".utf8))
        #expect(try site.incidents().count == 1)
        try FileManager.default.removeItem(at: zip)
        try site.once()
        #expect(try Data(contentsOf: zip).starts(with: Array("PK".utf8)))
        #expect(try site.incidents().last?.hasSuffix(".zip false") == true)
    }

    @Test("What waits for its name outlasts nights, whether they go well or fail")
    func nameTakenOverNights() throws {
        let (site, zip) = try takenName()
        try site.at("2026-11-24T01:00")
        let inTheWay = URL(fileURLWithPath: "\(site.path)/Outbox/reports/2026-11-23")
        try FileManager.default.createDirectory(
            at: inTheWay.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("x".utf8).write(to: inTheWay)
        do {
            let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
            #expect(throws: (any Error).self) { try office.nightly(nil) }
            try FileManager.default.removeItem(at: inTheWay)
            try office.nightly(nil)
        }
        try FileManager.default.removeItem(at: zip)
        try site.once()
        #expect(try Data(contentsOf: zip).starts(with: Array("PK".utf8)))
    }

    @Test("A claim that a copy has both in hand and in the archive stops no start, and nothing of it is lost")
    func copiedTwice() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        let archive = "State/archive/2026/11/23"
        let name = try #require(site.names(archive).first)
        let claim = String(try #require(name.split(separator: ",").last))
        try FileManager.default.copyItem(
            atPath: "\(site.path)/\(archive)/\(name)", toPath: "\(site.path)/State/working/\(claim)")
        for _ in 1...2 { try site.once() }
        #expect(site.names("State/working").isEmpty)
        #expect(site.names(archive) == [name])
        #expect(site.names("State/copied") == [claim])
    }
}
