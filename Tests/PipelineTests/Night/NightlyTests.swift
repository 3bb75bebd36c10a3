import Bytes
import Dossiers
import Files
import Foundation
import Ledgers
import Pipeline
import Publications
import Synchronization
import Testing

@Suite("The nightly run")
struct NightlyTests {
    private let card = Forms.pdf("card")
    private let deed = Forms.pdf("deed")

    /// A site with one dossier of level 3, taken in on Monday 23/11/2026 at 14:00.
    private func site(workingDays: Int = 2) throws -> TestSite {
        let site = try TestSite()
        let procedure = "config/procedures/1.004269.xml"
        let text = try site.read(procedure).replacing("workingDays=\"2\"", with: "workingDays=\"\(workingDays)\"")
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(site.path)/\(procedure)"))
        let form = Forms.submission(
            "s-1",
            attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)])
        try site.drop("online/s-1.zip", Forms.zip([("hoso.xml", form), ("cccd.pdf", card), ("gcn.pdf", deed)]))
        #expect(try site.once().count == 1)
        return site
    }

    @discardableResult
    private func nightly(_ site: TestSite, now: String, day: String? = nil) throws -> [String] {
        let said = Said()
        let moment = try #require(Moment(now))
        let office = try Office(site: site.path, now: moment, mode: .once) { said.add($0.text.description) }
        try office.nightly(try day.map { try #require(Day($0)) })
        return said.lines
    }

    @Test("FS9 a first entry by a clock that was ahead keeps no day behind it from its reports")
    func FS9_firstEntryAhead() throws {
        let site = try TestSite(now: "2027-03-01T09:00:00+07:00")
        try site.dropComplete("s-1")
        try site.once()
        try site.at("2026-11-23T14:00")
        try site.dropComplete("s-2")
        #expect(try site.once().count == 1)
        try nightly(site, now: "2026-11-25T01:00:00+07:00")
        #expect(Set(site.names("Outbox/reports")).isSuperset(of: ["2026-11-23", "2026-11-24"]))
    }

    private func entries(_ site: TestSite) throws -> Int {
        var count = 0
        try LedgerReading(folder: Folder(path: "\(site.path)/State/ledger")).forEach { _ in count += 1 }
        return count
    }

    @Test("Missed days are caught up, each once, and a run where all is well says nothing")
    func Dieu9_6_catchesUp() throws {
        let site = try site()
        #expect(try nightly(site, now: "2026-11-28T01:00:00+07:00").isEmpty)
        let days = (23...27).map { "2026-11-\($0)" }
        #expect(site.names("Outbox/reports") == days)
        for day in days {
            let names = site.names("Outbox/reports/\(day)")
            for file in ["sla.html", "sla.csv", "II.06a.html", "II.06a.csv", "late.csv", "usage.csv"] {
                #expect(names.contains(file), "\(day) has \(file)")
            }
        }
        let count = try entries(site)
        try nightly(site, now: "2026-11-28T02:00:00+07:00")
        #expect(try entries(site) == count)
    }

    @Test("Days that are caught up together have the same reports as days that are done one by one")
    func onePassIsManyPasses() throws {
        let (together, apart) = (try site(), try site())
        try nightly(together, now: "2026-11-26T01:00:00+07:00")
        for day in 24...26 { try nightly(apart, now: "2026-11-\(day)T01:00:00+07:00") }
        for day in ["2026-11-23", "2026-11-24", "2026-11-25"] {
            for file in ["II.06a.csv", "late.csv", "usage.csv", "sla.csv", "work.csv"] {
                let path = "Outbox/reports/\(day)/\(file)"
                #expect(try together.read(path) == apart.read(path), "\(path)")
            }
        }
    }

    @Test("A day that is not over gets its reports as of now, and once more when it is over")
    func earlyDay() throws {
        let site = try site()
        try nightly(site, now: "2026-11-23T18:00:00+07:00", day: "2026-11-23")
        let early = try site.read("Outbox/reports/2026-11-23/sla.html")
        #expect(early.contains("18 giờ 00 phút"))
        let count = try entries(site)
        try nightly(site, now: "2026-11-23T18:00:00+07:00", day: "2026-11-23")
        #expect(try entries(site) == count)
        try nightly(site, now: "2026-11-24T01:00:00+07:00")
        #expect(try site.read("Outbox/reports/2026-11-23/sla.html").contains("23 giờ 59 phút"))
    }

    @Test("A report that a crash kept hidden appears at the next start")
    func reportsSurviveACrash() throws {
        let site = try site()
        try nightly(site, now: "2026-11-24T01:00:00+07:00")
        let folder = "\(site.path)/Outbox/reports/2026-11-23"
        // As a crash between commit and publication leaves it: committed, staged, not yet renamed.
        let claim = try #require(try claimOfReports(site))
        try FileManager.default.moveItem(
            atPath: "\(folder)/work.html", toPath: "\(site.path)/Outbox/reports/.hoso-\(claim)#0")
        try nightly(site, now: "2026-11-24T01:00:00+07:00")
        #expect(site.names("Outbox/reports/2026-11-23").contains("work.html"))
    }

    @Test("A figure that later entries have changed stands beside the one that was issued")
    func Dieu17_1_restated() throws {
        let site = try site()
        try nightly(site, now: "2026-11-24T01:00:00+07:00")
        let day = try #require(Day("2026-11-23"))
        func report() throws -> Report {
            try SiteView(site: site.path, now: Moment("2026-11-24T09:00:00+07:00")).report(
                ReportRequest(.national, from: day, to: day))
        }
        #expect(try report().tables.map(\.id) == ["b"])
        // The machine's clock was set back, and a dossier of the day before came in.
        let (other, more) = (Forms.pdf("other"), Forms.pdf("more"))
        let form = Forms.submission(
            "s-2", attachments: [Forms.attachment("CCCD", "cccd.pdf", other), Forms.attachment("GCN", "gcn.pdf", more)])
        try site.drop("online/s-2.zip", Forms.zip([("hoso.xml", form), ("cccd.pdf", other), ("gcn.pdf", more)]))
        try site.once()
        let restated = try #require(try report().tables.first { $0.id == "restated" })
        #expect(
            restated.fields.contains(["Đất đai", "Tiếp nhận: Trực tuyến", "1", "2"]),
            "\(restated.fields)")
    }

    @Test("An agency gets one letter for the day on which half of its time is used up, and none again")
    func Dieu9_6_letters() throws {
        let site = try site()
        // Complete on Monday 23/11 at 14:00, due on Friday 27/11 at 14:00 by three working days of eight hours.
        let before = site.names("Outbox/notices").count
        for day in 24...28 { try nightly(site, now: "2026-11-\(day)T01:00:00+07:00") }
        let letters = site.names("Outbox/notices").filter { $0.contains("-reminder-") }
        let reminders = site.names("Outbox/notices").filter {
            !$0.contains("apologyDraft") && !$0.contains("yearlyReport")
        }
        #expect(reminders.count == before + letters.count)
        #expect(!letters.isEmpty)
        #expect(letters.count == Set(letters.map { $0.prefix(8) }).count, "one a day at the most")
    }

    @Test("After days without a nightly run an agency gets one letter, with the highest step of all of them")
    func Dieu9_6_oneLetterForMissedDays() throws {
        // Half is used up on 1/12, three quarters on 4/12, nine tenths on 7/12.
        let (together, apart) = (try site(workingDays: 10), try site(workingDays: 10))
        try nightly(together, now: "2026-12-08T01:00:00+07:00")
        for day in 1...8 { try nightly(apart, now: "2026-12-0\(day)T01:00:00+07:00") }
        func letters(_ site: TestSite) -> [String] {
            site.names("Outbox/notices").filter { $0.contains("-reminder-") }
        }
        try #require(letters(together).count == 1)
        #expect(letters(apart).count == 3)
        let last = try #require(letters(apart).last)
        func steps(_ site: TestSite, _ letter: String) throws -> [Substring] {
            try site.read("Outbox/notices/\(letter)").replacing("=\r\n", with: "").matches(of: #/([0-9]+)%/#).map(\.1)
        }
        #expect(try steps(together, letters(together)[0]) == steps(apart, last))
    }

    private func claimOfReports(_ site: TestSite) throws -> String? {
        var claim: String?
        try LedgerReading(folder: Folder(path: "\(site.path)/State/ledger")).forEach { entry in
            if case .nightlyDone = entry.event { claim = entry.claim }
        }
        return claim
    }

    /// A daemon that keeps the hour by itself, on the morning after the first day, and whose clock can be put forward.
    private func daemon(_ site: TestSite, _ ahead: Ahead) throws -> Office {
        let settings = URL(fileURLWithPath: "\(site.path)/config/hoso.xml")
        let text = try site.read("config/hoso.xml").replacing("</hoso>", with: "<nightly at=\"00:30\"/></hoso>")
        try Data(text.utf8).write(to: settings)
        let machine = Machine(
            calls: LinuxCalls(), realtime: Machine.real.realtime,
            monotonic: { Machine.real.monotonic() + ahead.nanoseconds }, pause: Machine.real.pause)
        return try Office(
            site: site.path, now: Moment("2026-11-24T01:00:00+07:00"), mode: .daemon, machine: machine
        ) { _ in }
    }

    private final class Ahead: Sendable {
        private let value = Mutex(0)

        var nanoseconds: Int { value.withLock { $0 } }

        func minutes(_ count: Int) { value.withLock { $0 = count * 60_000_000_000 } }
    }

    @Test("The daemon's night asks at every report whether to go on, and where not leaves nothing half done")
    func brokenOff() throws {
        let site = try site()
        let office = try daemon(site, Ahead())
        let before = try entries(site)
        var asked = 0
        office.goesOn = {
            asked += 1
            return asked < 5
        }
        _ = try office.turn()
        #expect(asked == 5)
        #expect(try entries(site) == before)
        #expect(site.names("Outbox/reports").allSatisfy { !$0.hasPrefix(".") })
        asked = -1_000_000
        _ = try office.turn()
        #expect(asked + 1_000_000 > site.names("Outbox/reports/2026-11-23").count)
        #expect(site.names("Outbox/reports/2026-11-23").contains("sla.csv"))
        #expect(try site.incidents().isEmpty)
    }

    @Test("A night that fails is told once and tried again later, and the daemon takes in what comes meanwhile")
    func failedNight() throws {
        let site = try site()
        let ahead = Ahead()
        let office = try daemon(site, ahead)
        let inTheWay = "\(site.path)/Outbox/reports/2026-11-23"
        try Data("x".utf8).write(to: URL(fileURLWithPath: inTheWay))
        _ = try office.turn()
        try site.dropComplete("s-2")
        #expect(try office.turn().taken == 1)
        ahead.minutes(11)
        _ = try office.turn()
        #expect(try site.incidents() == ["nightly-failed true"])
        #expect(site.names("Outbox/reports") == ["2026-11-23"])
        try FileManager.default.removeItem(atPath: inTheWay)
        _ = try office.turn()
        #expect(site.names("Outbox/reports").isEmpty)
        ahead.minutes(22)
        _ = try office.turn()
        #expect(site.names("Outbox/reports/2026-11-23").contains("sla.csv"))
        #expect(try site.incidents() == ["nightly-failed true", "nightly-failed false"])
    }

    @Test("A failed night that could not be told is told where it fails again")
    func failedNightUntold() throws {
        let site = try site()
        let ahead = Ahead()
        let office = try daemon(site, ahead)
        try FileManager.default.createDirectory(
            atPath: "\(site.path)/Outbox/reports", withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(fileURLWithPath: "\(site.path)/Outbox/reports/2026-11-23"))
        let letters = URL(fileURLWithPath: "\(site.path)/Outbox/incidents")
        office.goesOn = {
            // It becomes so in the night, when nobody looks whether anything may leave.
            guard site.names("Outbox/reports").contains(where: { $0.hasPrefix(".") }) else { return true }
            try? FileManager.default.removeItem(at: letters)
            try Data("x".utf8).write(to: letters)
            return true
        }
        _ = try office.turn()
        #expect(try site.incidents().isEmpty)
        try FileManager.default.removeItem(at: letters)
        office.goesOn = { true }
        ahead.minutes(11)
        _ = try office.turn()
        #expect(try site.incidents().contains("nightly-failed true"))
    }
}

/// What the office says, gathered.
private final class Said: @unchecked Sendable {
    private let lock = NSLock()
    private var gathered: [String] = []

    var lines: [String] { lock.withLock { gathered } }
    func add(_ line: String) { lock.withLock { gathered.append(line) } }
}
