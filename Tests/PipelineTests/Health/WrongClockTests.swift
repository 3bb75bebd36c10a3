import Dossiers
import Files
import Foundation
import Ledgers
import Pipeline
import Synchronization
import Testing

@Suite("FS9 a clock that is wrong")
struct WrongClockTests {
    /// A machine whose clock is set by hand.
    private final class Watch: Sendable {
        private let seconds: Mutex<Int>

        init(_ time: String) throws { seconds = Mutex(try #require(Moment(time + ":00+07:00")).seconds) }

        func set(_ time: String) throws {
            let moment = try #require(Moment(time + ":00+07:00"))
            seconds.withLock { $0 = moment.seconds }
        }

        func office(_ site: TestSite, say: @escaping @Sendable (LogEvent) -> Void = { _ in }) throws -> Office {
            let machine = Machine(
                calls: LinuxCalls(), realtime: { [self] in (seconds.withLock { $0 }, 0) },
                monotonic: { MachineClock.monotonic() }, pause: { Machine.real.pause($0) })
            return try Office(site: site.path, now: nil, mode: .once, machine: machine, say: say)
        }
    }

    @Test("FS9 that stands before the ledger's latest entry holds intake and orders, and is told, until it is set")
    func FS9_behind() throws {
        let site = try TestSite()
        let watch = try Watch("2026-11-23T14:00")
        try site.dropComplete("s-1")
        try watch.office(site).once()
        let code = try #require(try site.list().first?.first)
        // A few minutes are a clock that was put right.
        try watch.set("2026-11-23T13:55")
        try site.dropComplete("s-2")
        try watch.office(site).once()
        #expect(try site.list().count == 2)
        try watch.set("1999-12-31T23:00")
        try site.dropComplete("s-3")
        let office = try watch.office(site)
        for _ in 1...2 { try office.once() }
        #expect(try site.list().count == 2)
        #expect(try site.incidents() == ["clock-wrong true"])
        let hold = Order(.hold, dossier: DossierCode(code), reason: "thử", by: "hoa")
        #expect(try office.carryOut(hold).isDone == false)
        try watch.set("2026-11-23T15:00")
        try office.once()
        #expect(try site.list().count == 3)
        #expect(try site.incidents() == ["clock-wrong true", "clock-wrong false"])
        #expect(try office.carryOut(hold).isDone)
    }

    @Test("FS9 a person who says that it is right now lets the house go on")
    func FS9_acknowledged() throws {
        let site = try TestSite()
        let watch = try Watch("2027-03-01T08:00")
        try site.dropComplete("s-1")
        try watch.office(site).once()
        try watch.set("2026-11-24T08:00")
        try site.dropComplete("s-2")
        try watch.office(site).once()
        #expect(try site.list().count == 1)
        let order = Order(.acknowledge, item: "clock-wrong", reason: "pin đã thay", by: "hoa")
        #expect(try watch.office(site).carryOut(order).isDone)
        try watch.office(site).once()
        #expect(try site.list().count == 2)
        #expect(try site.incidents() == ["clock-wrong true", "clock-wrong false"])
    }

    @Test("FS9 in an empty ledger nothing is entered by a clock without a battery")
    func FS9_empty() throws {
        let site = try TestSite()
        let watch = try Watch("1970-01-01T07:00")
        try site.dropComplete("s-1")
        let told = Mutex(0)
        let office = try watch.office(site) { event in
            if event.name == .incidentOpened { told.withLock { $0 += 1 } }
        }
        for _ in 1...2 { try office.once() }
        #expect(told.withLock { $0 } == 1)
        #expect(try site.list().isEmpty)
        #expect(try site.incidents().isEmpty)
        try watch.set("2026-11-23T14:00")
        try office.once()
        #expect(try site.list().count == 1)
    }

    @Test("FS9 what is told of the house before the clock is set begins no reports", .timeLimit(.minutes(1)))
    func FS9_incidentFirst() throws {
        let site = try TestSite()
        let watch = try Watch("1970-01-02T07:00")
        let folder = URL(fileURLWithPath: "\(site.path)/Inbox/postal")
        try FileManager.default.removeItem(at: folder)
        try Data("x".utf8).write(to: folder)
        try watch.office(site).once()
        #expect(try site.incidents().contains("inbox-unreadable:postal true"))
        try FileManager.default.removeItem(at: folder)
        try watch.set("2026-11-23T14:00")
        try site.dropComplete("s-1")
        try watch.office(site).once()
        try watch.set("2026-11-25T01:00")
        try watch.office(site).nightly(nil)
        #expect(site.names("Outbox/reports") == ["2026-11-23", "2026-11-24"])
    }

    @Test("FS9 a day to which something was added after its reports, and those behind it, are reported on again")
    func FS9_ahead() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        // A night by a clock that is a week ahead.
        try nightly(site, "2026-12-02T00:30")
        try site.at("2026-11-26T09:00")
        try site.dropComplete("s-2")
        try site.once()
        let early = try figures(site)
        try nightly(site, "2026-11-28T00:30")
        #expect(site.names("Outbox/reports").filter { $0.hasPrefix(".") }.isEmpty)
        for day in 26...27 { #expect(try figures(site, day) != early[day - 23]) }
        for day in 23...25 { #expect(try figures(site, day) == early[day - 23]) }
    }

    private func nightly(_ site: TestSite, _ time: String) throws {
        try site.at(time)
        try Office(site: site.path, now: site.now, mode: .once) { _ in }.nightly(nil)
    }

    private func figures(_ site: TestSite, _ day: Int) throws -> String {
        try site.read("Outbox/reports/2026-11-\(day)/II.06a.csv")
    }

    private func figures(_ site: TestSite) throws -> [String] { try (23...27).map { try figures(site, $0) } }

    @Test("Whoever names a day hears what came of it")
    func named() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        try site.at("2026-11-24T08:00")
        let said = Mutex<[String]>([])
        let office = try Office(site: site.path, now: site.now, mode: .once) { event in
            said.withLock { $0.append(event.text.description) }
        }
        let days = ["2026-11-23", "2026-11-23", "2026-11-25"].compactMap { Day($0) }
        for day in days { try office.nightly(day) }
        #expect(
            said.withLock { $0 } == [
                "the reports of 2026-11-23 lie in Outbox/reports/2026-11-23/",
                "nothing was made: the reports of 2026-11-23 were made before, and nothing was added to them since",
                "nothing was made: 2026-11-25 is still to come",
            ])
    }
}
