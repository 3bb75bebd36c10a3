import Dossiers
import Foundation
import Pipeline
import Settings
import Testing

@Suite("The doctor")
struct DoctorTests {
    private func findings(_ site: TestSite, now: String? = nil) throws -> [Diagnosis] {
        try Doctor.examine(site: site.path, now: now.flatMap { Moment($0) } ?? site.now)
    }

    private func change(_ site: TestSite, _ file: String, _ old: String, _ new: String) throws {
        let text = try site.read(file)
        #expect(text.contains(old))
        try Data(text.replacing(old, with: new).utf8).write(to: URL(fileURLWithPath: "\(site.path)/\(file)"))
    }

    @Test("A new site has no failure, and the doctor leaves nothing of its own behind")
    func sound() throws {
        let site = try TestSite()
        let found = try findings(site)
        #expect(found.allSatisfy { $0.grade != .failure }, "\(found)")
        #expect(Set(found.map(\.subject)).isSuperset(of: ["configuration", "folders", "disk", "clock", "mail"]))
        #expect(try FileManager.default.subpathsOfDirectory(atPath: site.path).allSatisfy { !$0.contains("doctor") })
    }

    @Test("Days off that are no longer decided are a failure, soon ones a warning, each with what to do")
    func calendar() throws {
        let site = try TestSite()
        let ended = try #require(
            try findings(site, now: "2027-02-01T08:00:00+07:00").first { $0.subject == "calendar" })
        #expect(ended.grade == .failure && !ended.advice.isEmpty)
        let soon = try #require(
            try findings(site, now: "2026-12-01T08:00:00+07:00").first { $0.subject == "calendar" })
        #expect(soon.grade == .warning)
        let unknown = try #require(
            try findings(site, now: "2025-04-29T08:00:00+07:00").first { $0.subject == "calendar" })
        #expect(unknown.grade == .warning && unknown.text.contains("no day off of 2025"))
        #expect(try findings(site, now: "2026-04-29T08:00:00+07:00").first { $0.subject == "calendar" }?.grade == .ok)
    }

    @Test("This year's days off, where they were forgotten, are missed by the check of the configuration too, and once")
    func forgottenYear() throws {
        let site = try TestSite()
        func told(_ day: String) throws -> [String] {
            try SiteView.problems(site: site.path, now: Moment("\(day)T08:00:00+07:00")).map(\.description)
                .filter { $0.contains("is called decided, and no day off of it stands here") }
        }
        #expect(try told("2026-04-29").isEmpty)
        try change(site, "config/calendar.xml", "until=\"2026-12-31\"", "until=\"2028-12-31\"")
        let last = try told("2026-04-29")
        #expect(last.count == 1 && last[0].contains("2028 is called"))
        #expect(try told("2028-04-29") == last)
        #expect(try told("2025-04-29") == last + [last[0].replacing("2028", with: "2025")])
        #expect(
            try findings(site, now: "2025-04-29T08:00:00+07:00").contains { $0.text.contains("no day off of 2025") })

        let later = try site.read("config/calendar.xml")
            .replacing("<calendar ", with: "<calendar validFrom=\"2029-10-01\" ")
            .replacing("2028-12-31", with: "2030-12-31").replacing(#/<(holiday|workday) .*/#, with: "")
        try Data(later.utf8).write(to: URL(fileURLWithPath: "\(site.path)/config/calendar@2029-10-01.xml"))
        #expect(try told("2029-11-01").allSatisfy { !$0.contains("2029 is called") })
        #expect(
            try told("2030-02-01").contains {
                $0.hasPrefix("config/calendar@2029-10-01.xml") && $0.contains("2030 is called")
            })
    }

    @Test("What lies in the inbox where nobody looks is a warning")
    func strays() throws {
        let site = try TestSite()
        _ = try site.once()
        #expect(try findings(site).first { $0.subject == "inbox" }?.grade == .ok)
        try site.drop("agencies/000.00.99.H34/a.xml", Array("<a/>".utf8))
        try site.drop("scan.pdf", Forms.pdf("scan"))
        let found = try findings(site).filter { $0.subject == "inbox" }
        #expect(found.map(\.grade) == [.warning, .warning])
        #expect(found.map(\.text).contains { $0.contains("Inbox/agencies/000.00.99.H34") })
        #expect(found.map(\.text).contains { $0.contains("Inbox/scan.pdf") })
    }

    @Test("Agencies that citizens may have to write to, and that have no address, are a warning")
    func Dieu7_2a_addresses() throws {
        let site = try TestSite()
        func letters() throws -> Diagnosis { try #require(try findings(site).first { $0.subject == "letters" }) }
        #expect(try letters().grade == .warning && letters().text.contains("000.00.10.H34"))
        let text = try site.read("config/agencies.xml").replacing("<agency ", with: "<agency address=\"1 Trần Phú\" ")
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(site.path)/config/agencies.xml"))
        #expect(try letters().grade == .ok)
    }

    @Test("A mail program that is not there is a failure")
    func mail() throws {
        let site = try TestSite()
        try change(
            site, "config/hoso.xml", "from=\"motcua@kontum.gov.vn\"",
            "from=\"motcua@kontum.gov.vn\" sendmail=\"/nowhere/sendmail -t\"")
        let mail = try #require(try findings(site).first { $0.subject == "mail" })
        #expect(mail.grade == .failure && mail.text.contains("/nowhere/sendmail"))
    }

    @Test("A nightly run that was missed is a warning")
    func nightly() throws {
        let site = try TestSite()
        try site.drop("online/hong.zip", Array("nothing".utf8))
        _ = try site.once()
        let later = try #require(try findings(site, now: "2026-11-27T08:00:00+07:00").first { $0.subject == "nightly" })
        #expect(later.grade == .warning && later.advice.contains("hoso nightly"))
    }

    @Test("What a procedure alone asks of signatures needs its anchors too")
    func trustOfOneProcedure() throws {
        let site = try TestSite()
        #expect(try findings(site).contains { $0.subject == "trust" && $0.grade == .ok })
        try change(
            site, "config/procedures/1.004269.xml", "code=\"1.004269\"", "code=\"1.004269\" require=\"trusted\"")
        #expect(try findings(site).contains { $0.subject == "trust" && $0.grade == .failure })
    }

    @Test("A configuration with a mistake is all that is told")
    func configuration() throws {
        let site = try TestSite()
        try change(site, "config/hoso.xml", "workers=\"2\"", "workers=\"two\"")
        let found = try findings(site)
        #expect(found.map(\.grade) == [.failure])
        #expect(found[0].text.contains("config/hoso.xml:"))
    }
}
