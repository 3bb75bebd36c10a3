import Dossiers
import Files
import Foundation
import Pipeline
import Publications
import Testing

@Suite("The guard of a run")
struct GuardTests {
    private let card = Forms.pdf("căn cước")

    private func site(_ settings: String) throws -> TestSite {
        let site = try TestSite()
        let file = URL(fileURLWithPath: site.path + "/config/hoso.xml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.replacing("</hoso>", with: settings + "</hoso>").utf8).write(to: file)
        return site
    }

    private func drop(_ good: Int, _ bad: Int, into site: TestSite) throws {
        for number in 0..<good {
            let form = Forms.submission("g-\(number)", attachments: [Forms.attachment("CCCD", "cccd.pdf", card)])
            try site.drop("online/good\(number).zip", Forms.zip([("hoso.xml", form), ("cccd.pdf", card)]))
        }
        for number in 0..<bad { try site.drop("online/bad\(number).xml", Array("<!DOCTYPE a><a/>".utf8)) }
    }

    private func once(_ site: TestSite, yesReally: Bool = false) throws -> [Outcome] {
        var outcomes: [Outcome] = []
        let office = try Office(site: site.path, now: site.now, mode: .once, yesReally: yesReally) { _ in }
        try office.once { outcomes += $0 }
        return outcomes
    }

    /// Of each that the guard opened, whether it is over.
    private func guardIncidents(_ site: TestSite) throws -> [Bool] {
        try SiteView(site: site.path, now: site.now).troubles().filter { $0.kind == "guard" }.map { $0.to != nil }
    }

    @Test(
        "A run that would turn away too much stops before it commits any of it, tells staff once, and waits for a word")
    func stops() throws {
        let site = try site("<guard share=\"0.5\" number=\"80\"/>")
        try drop(3, 90, into: site)
        #expect(throws: GuardStop.self) { try once(site) }
        #expect(site.names("State/quarantine").isEmpty)
        #expect(site.names("Outbox/incidents").count == 1)
        #expect(site.names("State/working").isEmpty)
        #expect(site.names("Inbox/online").count + (try site.list().count) == 93)
        #expect(throws: GuardStop.self) { try once(site) }
        #expect(site.names("Outbox/incidents").count == 1)
        let outcomes = try once(site, yesReally: true)
        #expect(site.names("State/quarantine").count == 90)
        #expect(outcomes.count + 3 >= 3)
        #expect(site.names("State/working").isEmpty && site.names("Inbox/online").isEmpty)
        #expect(try site.list().count == 3)
    }

    @Test(
        "A run within either bound goes through, and what was held back is told at its end",
        arguments: [(90, 5), (1, 8)])
    func goesOn(good: Int, bad: Int) throws {
        let site = try site("<guard share=\"0.5\" number=\"10\"/>")
        try drop(good, bad, into: site)
        let outcomes = try once(site)
        #expect(outcomes.count == good + bad)
        #expect(outcomes.suffix(bad).allSatisfy { $0.state == "quarantined" })
        #expect(site.names("State/quarantine").count == bad)
    }

    @Test("Once the cause is mended in config/ the next run goes under the guard again, and closes the incident")
    func mended() throws {
        let site = try site("<guard share=\"0.5\" number=\"80\"/>")
        try drop(3, 90, into: site)
        #expect(throws: GuardStop.self) { try once(site) }
        // A change that mends nothing: the guard stops it again.
        let settings = URL(fileURLWithPath: site.path + "/config/hoso.xml")
        let text = try String(contentsOf: settings, encoding: .utf8)
        try Data(text.replacing("</hoso>", with: "<!-- 1 --></hoso>").utf8).write(to: settings)
        for _ in 1...2 { #expect(throws: GuardStop.self) { try once(site) } }
        #expect(site.names("State/quarantine").isEmpty)
        #expect(site.names("Outbox/incidents").count == 1)
        try Data(text.replacing("number=\"80\"", with: "number=\"100\"").utf8).write(to: settings)
        _ = try once(site)
        #expect(site.names("State/quarantine").count == 90)
        #expect(try site.list().count == 3)
        #expect(try guardIncidents(site) == [true])
    }

    @Test("After somebody has the incident in hand the next run tries again, once")
    func acknowledged() throws {
        let site = try site("<guard share=\"0.5\" number=\"80\"/>")
        try drop(3, 90, into: site)
        #expect(throws: GuardStop.self) { try once(site) }
        let order = Order(.acknowledge, item: "guard", reason: "gói lỗi đã được dọn", by: "an")
        #expect(try Office(site: site.path, now: site.now, mode: .once) { _ in }.carryOut(order).isDone)
        for _ in 1...2 { #expect(throws: GuardStop.self) { try once(site) } }
        for name in site.names("Inbox/online").filter({ $0.hasPrefix("bad") }).dropFirst(5) {
            try FileManager.default.removeItem(atPath: "\(site.path)/Inbox/online/\(name)")
        }
        #expect(try Office(site: site.path, now: site.now, mode: .once) { _ in }.carryOut(order).isDone)
        _ = try once(site)
        #expect(site.names("State/quarantine").count == 5)
        #expect(try guardIncidents(site) == [true])
    }

    @Test("Without a guard nothing is held back")
    func off() throws {
        let site = try TestSite()
        try drop(0, 30, into: site)
        #expect(try once(site).count == 30)
    }
}
