import Dossiers
import Files
import Foundation
import Ledgers
import Testing

@testable import Pipeline

@Suite("What the night finds changed in the archive")
struct AuditTests {
    private func site(dossiers: Int = 1) throws -> TestSite {
        let site = try TestSite()
        for number in 1...dossiers { try site.dropComplete("s-\(number)") }
        #expect(try site.once().count == dossiers)
        return site
    }

    private func claims(_ site: TestSite) throws -> [URL] {
        let day = URL(fileURLWithPath: "\(site.path)/State/archive/2026/11/23")
        return try FileManager.default.contentsOfDirectory(at: day, includingPropertiesForKeys: nil)
            .filter { $0.lastPathComponent.contains(",") }.sorted { $0.path < $1.path }
    }

    private func code(of claim: URL) -> Substring { claim.lastPathComponent.prefix { $0 != "," } }

    /// Changes an archived package, or changes it back.
    private func change(_ claim: URL) throws {
        let file = try #require(
            FileManager.default.contentsOfDirectory(at: claim, includingPropertiesForKeys: nil)
                .first { $0.pathExtension == "zip" })
        var bytes = [UInt8](try Data(contentsOf: file))
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: file)
    }

    private func audit(_ site: TestSite, nights: Int = 30) throws {
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        try office.auditStore(on: (0..<nights).map { site.now.day.advanced(by: $0) })
    }

    private func nightly(_ site: TestSite, now: String) throws {
        let moment = try #require(Moment(now))
        try Office(site: site.path, now: moment, mode: .once) { _ in }.nightly(nil)
    }

    @Test("Once it is whole again it is over, and a second change is told as the first was")
    func Dieu13_7_over() throws {
        let site = try site()
        let claim = try #require(claims(site).first)
        let kind = "archive-changed:\(code(of: claim))"
        try change(claim)
        try audit(site)
        try audit(site, nights: 0)
        #expect(try site.incidents() == ["\(kind) true"])
        try change(claim)
        try audit(site, nights: 0)
        #expect(try site.incidents() == ["\(kind) true", "\(kind) false"])
        try change(claim)
        try audit(site)
        #expect(try site.incidents() == ["\(kind) true", "\(kind) false", "\(kind) true"])
    }

    /// A letter counts the dossiers that it tells of, not all that are open.
    private func expectCounted(_ site: TestSite) throws {
        try LedgerReading(folder: Folder(path: "\(site.path)/State/ledger")).forEach { entry in
            guard case .incident(_, true, let effect) = entry.event else { return }
            let count = effect.firstMatch(of: /of ([0-9]+) more dossiers/).map { String($0.1) } ?? "1"
            #expect(effect.hasSuffix(" Open dossiers concerned: \(count)."), "\(effect)")
        }
    }

    @Test("Many at once have one letter beside twenty, which is over when the last of them is whole")
    func Dieu13_7_many() throws {
        let site = try site(dossiers: 53)
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        let claims = try claims(site)
        for claim in claims { try change(claim) }
        let nights = (0..<30).map { site.now.day.advanced(by: $0) }
        try office.auditStore(on: nights)
        try office.auditStore(on: nights)
        try expectCounted(site)
        let told = try site.incidents()
        #expect(told.count { $0.contains("H34-") } == 20)
        // One for each night on which there were more.
        #expect(told.count > 20 && told.count <= 50)
        for claim in claims { try change(claim) }
        try office.auditStore(on: [])
        try office.auditStore(on: [])
        #expect(try site.incidents().count { $0.hasSuffix("false") } == told.count)
    }

    @Test("A letter of changed files counts no dossier that is closed", arguments: [1, 53])
    func Dieu13_7_closed(dossiers: Int) throws {
        let site = try site(dossiers: dossiers)
        let claims = try claims(site)
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        for claim in claims {
            let code = try #require(DossierCode(code(of: claim)))
            #expect(try office.carryOut(Order(.withdraw, dossier: code, reason: "xin rút", by: "hoa")).isDone)
            try change(claim)
        }
        try office.auditStore(on: (0..<30).map { site.now.day.advanced(by: $0) })
        var told = 0
        try LedgerReading(folder: Folder(path: "\(site.path)/State/ledger")).forEach { entry in
            guard case .incident(_, true, let effect) = entry.event else { return }
            told += 1
            #expect(effect.hasSuffix(" Open dossiers concerned: 0."), "\(effect)")
        }
        #expect(told >= min(dossiers, 21))
    }

    @Test("One that cannot be put back keeps no other of its night from being told")
    func Dieu3_5_besideOneThatStays() throws {
        let site = try site(dossiers: 53)
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        let claims = try claims(site)
        for claim in claims { try change(claim) }
        try office.auditStore(on: (0..<30).map { site.now.day.advanced(by: $0) })
        let told = try site.incidents().joined()
        // Two of one night, neither of which has a letter of its own.
        let index = try #require(
            (0..<23).first { [$0, $0 + 30].allSatisfy { !told.contains(code(of: claims[$0])) } })
        for claim in claims where claim != claims[index] { try change(claim) }
        try office.auditStore(on: [])
        try change(claims[index + 30])
        try office.auditStore(on: (30..<60).map { site.now.day.advanced(by: $0) })
        #expect(try site.incidents().contains("archive-changed:\(code(of: claims[index + 30])) true"))
    }

    @Test("A claim that is no folder any more is told, and its night comes to its end")
    func FS6_noFolder() throws {
        let site = try site()
        let claim = try #require(claims(site).first)
        try FileManager.default.removeItem(at: claim)
        try Data("x".utf8).write(to: claim)
        try nightly(site, now: "2026-12-30T01:00:00+07:00")
        #expect(try site.incidents().count == 1)
        #expect(site.names("Outbox/reports").count == 37)
    }

    @Test("Nights that were missed look at their shares as well")
    func Dieu3_5_missedNights() throws {
        let site = try site()
        try change(#require(claims(site).first))
        try nightly(site, now: "2026-12-25T01:00:00+07:00")
        #expect(try site.incidents().count == 1)
    }

    @Test("A night that breaks off while it looks at its share is done again")
    func Dieu3_5_brokenOff() throws {
        /// A night over a changed archive that is told to end when it asks for that time.
        func night(_ site: TestSite, until last: Int) throws -> Int {
            try change(#require(claims(site).first))
            let now = try #require(Moment("2026-12-25T01:00:00+07:00"))
            let office = try Office(site: site.path, now: now, mode: .once) { _ in }
            var asked = 0
            office.goesOn = {
                asked += 1
                return asked < last
            }
            try office.nightly(nil)
            return asked
        }
        let asked = try night(site(), until: .max)
        let site = try site()
        // Behind the share the dossier's apology and the calendar ask once each.
        #expect(throws: NightBroken.self) { try night(site, until: asked - 2) }
        #expect(try site.incidents().isEmpty)
        try nightly(site, now: "2026-12-25T02:00:00+07:00")
        #expect(try site.incidents().count == 1)
    }
}
