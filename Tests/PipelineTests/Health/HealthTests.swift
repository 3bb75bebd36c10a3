import Dossiers
import Files
import Foundation
import Ledgers
import Pipeline
import Testing

@Suite("Điều 13.7: what keeps the house from its work is told at once, once, and told when it is over")
struct HealthTests {
    private func effects(_ site: TestSite) throws -> [String] {
        var found: [String] = []
        try LedgerReading(folder: Folder(path: "\(site.path)/State/ledger")).forEach { entry in
            if case .incident(_, true, let effect) = entry.event { found.append(effect) }
        }
        return found
    }

    @Test("FS8 a disk that fills is told once with the dossiers concerned, and told over though nothing waits any more")
    func FS8_Dieu13_7_diskFull() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        try site.reserve("999999GB")
        try site.dropComplete("s-2")
        func twice() throws {
            let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
            try office.once()
            try office.once()
        }
        try twice()
        #expect(site.names("Inbox/online") == ["s-2.zip"])
        #expect(try site.incidents() == ["disk-full true"])
        #expect(site.names("Outbox/incidents").count == 1)
        #expect(try effects(site).first?.hasSuffix("Open dossiers concerned: 1.") == true)
        let letter = try #require(site.names("Outbox/incidents").first)
        #expect(try site.read("Outbox/incidents/\(letter)").replacing("=\r\n", with: "").contains("disk-full"))
        try FileManager.default.removeItem(atPath: "\(site.path)/Inbox/online/s-2.zip")
        try site.reserve("1KB")
        try site.once()
        #expect(try site.incidents() == ["disk-full true", "disk-full false"])
    }

    @Test("A folder that vanished is an incident with its dossiers, not an empty folder")
    func Dieu13_7_vanishedFolder() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        try office.once()
        let folder = "\(site.path)/Inbox/agencies/000.00.12.H34"
        try FileManager.default.removeItem(atPath: folder)
        try office.once()
        try office.once()
        #expect(try site.incidents() == ["inbox-unreadable:agencies/000.00.12.H34 true"])
        #expect(site.names("Outbox/incidents").count == 1)
        #expect(try effects(site).first?.hasSuffix("Open dossiers concerned: 1.") == true)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try office.once()
        #expect(try site.incidents().last == "inbox-unreadable:agencies/000.00.12.H34 false")
    }

    @Test("A damaged ledger stops the house, and is told once though nothing can be entered; mending is told too")
    func Dieu13_7_ledgerDamage() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        let ledger = "\(site.path)/State/ledger/2026-11.jsonl"
        let whole = try Data(contentsOf: URL(fileURLWithPath: ledger))
        var broken = whole
        broken[10] = broken[10] == 0x31 ? 0x32 : 0x31
        try broken.write(to: URL(fileURLWithPath: ledger))
        for _ in 1...2 { #expect(throws: LedgerDamage.self) { try site.once() } }
        #expect(site.names("Outbox/incidents").count == 1)
        try whole.write(to: URL(fileURLWithPath: ledger))
        try site.once()
        #expect(try site.incidents() == ["ledger-damage false"])
        #expect(site.names("Outbox/incidents").count == 2)
    }

    @Test("A nightly run that was missed is told, and told over when it was made up for")
    func Dieu13_7_nightlyMissed() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        try site.at("2026-11-25T02:00")
        try Office(site: site.path, now: site.now, mode: .once) { _ in }.nightly(nil)
        try site.at("2026-11-30T08:00")
        try site.once()
        #expect(try site.incidents() == ["nightly-missed true"])
        try Office(site: site.path, now: site.now, mode: .once) { _ in }.nightly(nil)
        try site.once()
        #expect(try site.incidents() == ["nightly-missed true", "nightly-missed false"])
    }

    @Test("A nightly run that nothing ever calls is told too, and shows in the metrics")
    func Dieu13_7_nightlyNever() throws {
        let site = try TestSite()
        try site.at("2026-11-23T08:00")
        try site.dropComplete("s-1")
        try site.once()
        try site.at("2026-11-24T08:00")
        do {
            let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
            try office.once()
            try office.publishMetrics()
        }
        #expect(try site.incidents().isEmpty)
        let begin = try #require(Moment("2026-11-23T00:00:00+07:00")).seconds
        #expect(try site.read("State/metrics/hoso.prom").contains("\nhoso_nightly_day_timestamp_seconds \(begin)\n"))
        try site.at("2026-11-25T08:00")
        try site.once()
        #expect(try site.incidents() == ["nightly-missed true"])
        #expect(try effects(site).first?.contains("the ledger begins on 2026-11-23") == true)
    }

    @Test("The first day is missed where a later one was reported on alone, until it is made up for")
    func Dieu13_7_firstNightMissed() throws {
        let site = try TestSite()
        try site.at("2026-11-23T14:00")
        try site.dropComplete("s-1")
        try site.once()
        try site.at("2026-11-25T01:00")
        try Office(site: site.path, now: site.now, mode: .once) { _ in }.nightly(Day("2026-11-24"))
        try site.at("2026-11-25T08:00")
        do {
            let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
            try office.once()
            try office.publishMetrics()
        }
        #expect(try site.incidents() == ["nightly-missed true"])
        #expect(try effects(site).first?.contains("2026-11-23") == true)
        let begin = try #require(Moment("2026-11-23T00:00:00+07:00")).seconds
        #expect(try site.read("State/metrics/hoso.prom").contains("\nhoso_nightly_day_timestamp_seconds \(begin)\n"))
        func doctor() throws -> Diagnosis? {
            try Doctor.examine(site: site.path, now: site.now).first { $0.subject == "nightly" }
        }
        #expect(try doctor()?.text == "is not done for 2026-11-23")
        try Office(site: site.path, now: site.now, mode: .once) { _ in }.nightly(nil)
        try site.once()
        #expect(try site.incidents() == ["nightly-missed true", "nightly-missed false"])
        #expect(try doctor()?.text == "done up to 2026-11-24")
    }

    @Test("A nightly run that fails is an incident, told once, and over when a run does its work again")
    func Dieu13_7_nightlyFailed() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        try site.at("2026-11-25T02:00")
        // A file stands where the day's folder is to be.
        let folder = "\(site.path)/Outbox/reports/2026-11-23"
        try Data().write(to: URL(fileURLWithPath: folder))
        for _ in 1...2 {
            #expect(throws: (any Error).self) {
                try Office(site: site.path, now: site.now, mode: .once) { _ in }.nightly(nil)
            }
        }
        #expect(try site.incidents() == ["nightly-failed true"])
        try FileManager.default.removeItem(atPath: folder)
        try Office(site: site.path, now: site.now, mode: .once) { _ in }.nightly(nil)
        #expect(try site.incidents() == ["nightly-failed true", "nightly-failed false"])
        #expect(site.names("Outbox/reports").contains("2026-11-23"))
    }

    @Test("An apology is drafted by the nightly run for the agency's leader, goes out once approved, and only once")
    func Dieu15_1_apology() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        let code = try site.list()[0][0]
        // Due on 26 November at 14:00.
        try site.at("2026-11-26T01:00")
        try Office(site: site.path, now: site.now, mode: .once) { _ in }.nightly(nil)
        try Office(site: site.path, now: site.now, mode: .once) { _ in }.nightly(nil)
        #expect(site.names("Outbox/notices").filter { $0.contains("apologyDraft") }.count == 1)
        #expect(site.names("Outbox/notices").filter { $0.contains("-apology-") }.isEmpty)
        try site.at("2026-11-26T08:00")
        try site.drop(
            "agencies/000.00.12.H34/a.xml",
            Forms.message("approval", "v-1", dossier: code, "<approvedBy>Giám đốc</approvedBy>"))
        try site.once()
        #expect(site.names("Outbox/notices").filter { $0.contains("-apology-") }.count == 1)
        #expect(try site.list()[0][5] == "2026-11-30T14:00:00+07:00")
    }

    @Test("A draft that nobody approved before its date was over is drafted anew by the nightly run")
    func Dieu15_1_draftedAnew() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        let code = try site.list()[0][0]
        // Due on 26 November at 14:00; the draft proposes 30 November at 14:00.
        for (day, drafts) in [("11-26", 1), ("11-30", 1), ("12-01", 2)] {
            try site.at("2026-\(day)T01:00")
            try Office(site: site.path, now: site.now, mode: .once) { _ in }.nightly(nil)
            #expect(site.names("Outbox/notices").filter { $0.contains("apologyDraft") }.count == drafts)
        }
        try site.drop(
            "agencies/000.00.12.H34/a.xml",
            Forms.message("approval", "v-1", dossier: code, "<approvedBy>Giám đốc</approvedBy>"))
        try site.once()
        // Two working days after the night of the second draft.
        #expect(try site.list()[0][5] == "2026-12-02T17:00:00+07:00")
    }

    @Test("FS11 an inbox that is not there at the start is made anew, and told until the next start finds it")
    func FS11_madeAnew() throws {
        let site = try TestSite()
        try site.once()
        #expect(try site.incidents().isEmpty)
        try FileManager.default.moveItem(atPath: site.path + "/Inbox", toPath: site.path + "/unmounted")
        try site.once()
        #expect(try site.incidents() == ["folder-made:Inbox true"])
        try site.once()
        #expect(try site.incidents() == ["folder-made:Inbox true", "folder-made:Inbox false"])
    }

    @Test(
        "FS11 a folder of the inbox that has gone since the last start is made anew, and told until a start finds it",
        arguments: ["postal", "online", "payments", "agencies/000.00.12.H34", "agencies"])
    func FS11_inboxFolder(folder: String) throws {
        let site = try TestSite()
        for name in ["online", "agencies"] {
            try? FileManager.default.removeItem(atPath: "\(site.path)/Inbox/\(name)")
        }
        try site.once()
        #expect(try site.incidents().isEmpty)
        try FileManager.default.removeItem(atPath: "\(site.path)/Inbox/\(folder)")
        try site.once()
        let kind = "folder-made:Inbox/\(folder)"
        #expect(try site.incidents() == ["\(kind) true"])
        #expect(FileManager.default.fileExists(atPath: "\(site.path)/Inbox/\(folder)"))
        try site.once()
        #expect(try site.incidents() == ["\(kind) true", "\(kind) false"])
    }

    @Test("FS11 the folder of an agency that is new in the configuration is made without a word")
    func FS11_newAgency() throws {
        let site = try TestSite()
        try site.once()
        let agencies = try site.read("config/agencies.xml")
        let new = agencies.replacing(
            "</agencies>",
            with: """
                <agency code="000.00.77.H34" email="bql@kontum.gov.vn" kind="department"><name>Ban quản lý</name></agency>
                </agencies>
                """)
        try Data(new.utf8).write(to: URL(fileURLWithPath: "\(site.path)/config/agencies.xml"))
        try site.once()
        #expect(FileManager.default.fileExists(atPath: "\(site.path)/Inbox/agencies/000.00.77.H34"))
        #expect(try site.incidents().isEmpty)
        try FileManager.default.removeItem(atPath: "\(site.path)/Inbox/agencies/000.00.77.H34")
        try site.once()
        #expect(try site.incidents() == ["folder-made:Inbox/agencies/000.00.77.H34 true"])
    }

    @Test("FS11 a folder that a start made anew which came to no end is told by the next that does")
    func FS11_interruptedStart() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        try FileManager.default.removeItem(atPath: "\(site.path)/Inbox/postal")
        let ledger = URL(fileURLWithPath: "\(site.path)/State/ledger/2026-11.jsonl")
        let whole = try Data(contentsOf: ledger)
        try Data(String(decoding: whole, as: UTF8.self).replacing("\"level\":3", with: "\"level\":2").utf8).write(
            to: ledger)
        for _ in 1...2 { #expect(throws: LedgerDamage.self) { try site.once() } }
        #expect(FileManager.default.fileExists(atPath: "\(site.path)/Inbox/postal"))
        try whole.write(to: ledger)
        try site.once()
        #expect(try site.incidents().contains("folder-made:Inbox/postal true"))
        try site.once()
        #expect(try site.incidents().suffix(1) == ["folder-made:Inbox/postal false"])
    }

    @Test("FS11 a site that an earlier version served misses what every version made")
    func FS11_nothingTakenDown() throws {
        let site = try TestSite()
        try site.once()
        try FileManager.default.removeItem(atPath: "\(site.path)/State/folders.txt")
        for name in ["postal", "agencies"] { try FileManager.default.removeItem(atPath: "\(site.path)/Inbox/\(name)") }
        try site.once()
        #expect(try site.incidents() == ["folder-made:Inbox/postal true"])
    }
}
