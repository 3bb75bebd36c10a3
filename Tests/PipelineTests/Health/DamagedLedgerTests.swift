import Dossiers
import Files
import Foundation
import Ledgers
import Pipeline
import Synchronization
import Testing

@Suite("Điều 13.7: damage of the ledger is told, whoever meets it")
struct DamagedLedgerTests {
    /// A site with one dossier, and with a snapshot behind it where one is wanted.
    private func site(snapshot: Bool = false) throws -> TestSite {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        if snapshot { _ = try Office(site: site.path, now: site.now, mode: .once, snapshotAfter: 1) { _ in } }
        return site
    }

    private func ledger(_ site: TestSite) -> URL { URL(fileURLWithPath: "\(site.path)/State/ledger/2026-11.jsonl") }

    @Test("FS14 a committed line that was torn is told once, and every start and reader goes on with the rest")
    func FS14_lostLine() throws {
        let site = try site()
        let listed = try site.list()
        try Data(contentsOf: ledger(site)).dropLast(50).write(to: ledger(site))
        #expect(try site.list() == listed)
        try site.once()
        #expect(try site.list() == listed)
        #expect(try site.incidents() == ["ledger-line-lost true"])
        try site.once()
        #expect(try site.list() == listed)
        #expect(try site.incidents() == ["ledger-line-lost true", "ledger-line-lost false"])
        #expect(try LedgerCheck.verify(site: site.path).isSound)
    }

    @Test("The doctor finds what no start would go on over, or none would read, and names it once")
    func doctor() throws {
        let site = try site(snapshot: true)
        func failures() throws -> [String] {
            try Doctor.examine(site: site.path, now: site.now).filter { $0.grade == .failure }.map(\.text)
        }
        #expect(try failures().isEmpty)
        let whole = try Data(contentsOf: ledger(site))
        let text = String(decoding: whole, as: UTF8.self)
        try Data(text.replacing("\"level\":3", with: "\"level\":2").utf8).write(to: ledger(site))
        #expect(try failures().count == 1)
        #expect(try failures().first?.contains("2026-11.jsonl, line 1") == true)
        try Data(text.split(separator: "\n").dropLast(2).joined(separator: "\n").utf8).write(to: ledger(site))
        #expect(try failures().count == 1)
        #expect(try failures().first?.contains("State/ledger/head") == true)
        try whole.write(to: ledger(site))
        let letter = "20261123T081502Z-000.00.12.H34-261123-0001-receipt-999.eml"
        try Data().write(to: URL(fileURLWithPath: "\(site.path)/Outbox/notices/\(letter)"))
        #expect(try failures().count == 1)
        #expect(try failures().first?.contains("entry 999") == true)
    }

    @Test("The letter of a damaged ledger is mailed too, once")
    func mailed() throws {
        let site = try site()
        let text = try site.read("config/hoso.xml").replacing("<notices ", with: "<notices sendmail=\"/bin/sh -t\" ")
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(site.path)/config/hoso.xml"))
        var broken = try Data(contentsOf: ledger(site))
        broken[10] ^= 1
        try broken.write(to: ledger(site))
        let sent = Mutex<[String]>([])
        let machine = Machine(
            calls: LinuxCalls(), realtime: Machine.real.realtime, monotonic: Machine.real.monotonic,
            pause: Machine.real.pause
        ) { _, letter, _ in
            sent.withLock { $0.append(String(decoding: letter, as: UTF8.self)) }
            return try ChildProcess.run(executable: "/bin/true", arguments: [], timeout: .seconds(10))
        }
        for _ in 1...2 {
            #expect(throws: LedgerDamage.self) {
                try Office(site: site.path, now: site.now, mode: .once, machine: machine) { _ in }
            }
        }
        #expect(sent.withLock { $0 }.count == 1)
        #expect(sent.withLock { $0 }.first?.contains("ledger-damage") == true)
        #expect(site.names("State/mail").filter { $0.hasSuffix(".eml") }.isEmpty)
    }

    @Test("A fact that was changed before the snapshot is told each night, and no report is made of it")
    func changedFact() throws {
        let site = try site(snapshot: true)
        let whole = try String(contentsOf: ledger(site), encoding: .utf8)
        try Data(whole.replacing("\"level\":3", with: "\"level\":2").utf8).write(to: ledger(site))
        try site.at("2026-11-24T01:00")
        for _ in 1...2 {
            let office = try Office(site: site.path, now: site.now, mode: .once, snapshotAfter: .max) { _ in }
            #expect(throws: LedgerDamage.self) { try office.nightly(nil) }
        }
        let later = try Data(contentsOf: ledger(site)).dropFirst(whole.utf8.count)
        #expect(String(decoding: later, as: UTF8.self).contains("ledger-changed"))
        #expect(!String(decoding: later, as: UTF8.self).contains("nightly-failed"))
        #expect(site.names("Outbox/incidents").count == 1)
        #expect(site.names("Outbox/reports").isEmpty)
        try (Data(whole.utf8) + later).write(to: ledger(site))
        try Office(site: site.path, now: site.now, mode: .once) { _ in }.nightly(nil)
        #expect(try site.incidents() == ["ledger-changed true", "ledger-changed false"])
    }

    @Test("An order that meets a damage is answered, and ends no later start")
    func order() throws {
        let site = try site(snapshot: true)
        let whole = try String(contentsOf: ledger(site), encoding: .utf8)
        try Data(whole.replacing("\"level\":3", with: "\"level\":2").utf8).write(to: ledger(site))
        try site.at("2026-11-24T01:00")
        let order = Order(.nightly, reason: "asked for", by: "lan")
        try JSONEncoder().encode(order).write(to: URL(fileURLWithPath: "\(site.path)/State/orders/1.order"))
        func office() throws -> Office {
            try Office(site: site.path, now: site.now, mode: .daemon, snapshotAfter: .max) { _ in }
        }
        #expect(throws: LedgerDamage.self) { try office().takeOrders() }
        #expect(site.names("State/orders") == ["1.answer"])
        #expect(try site.read("State/orders/1.answer").contains("2026-11.jsonl, line 1"))
        #expect(try !office().takeOrders())
    }

    @Test("A fact that was changed before the snapshot takes no effect on what comes later for its dossier")
    func changedFactInUse() throws {
        let site = try site(snapshot: true)
        let code = try #require(try site.list().first?.first)
        let whole = try String(contentsOf: ledger(site), encoding: .utf8)
        try Data(whole.replacing("\"level\":3", with: "\"level\":2").utf8).write(to: ledger(site))
        try site.drop(
            "online/w.xml", Forms.message("withdrawal", "w-1", dossier: code, "<reason>Không còn nhu cầu</reason>"))
        let office = try Office(site: site.path, now: site.now, mode: .once, snapshotAfter: .max) { _ in }
        #expect(throws: LedgerDamage.self) { try office.once() }
        let after = try String(contentsOf: ledger(site), encoding: .utf8)
        #expect(after.contains("ledger-changed"))
        #expect(!after.contains("\"withdrawn\""))
    }
}
