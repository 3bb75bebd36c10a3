import Bytes
import Dossiers
import Settings
import Testing

@Suite struct SiteLoaderTests {
    @Test("A site is read into values")
    func values() throws {
        let site = try #require(Configurations().load().site)
        #expect(site.name == "Kon Tum")
        #expect(site.code == "H34")
        #expect(site.offset == 7 * 3600)
        #expect(site.folders.inbox == "/srv/hoso/Inbox")
        #expect(site.folders.state == "/srv/hoso/State")
        #expect(site.intake == Site.Intake())
        #expect(site.limits == Limits())
        #expect(site.signatures == .valid)
        #expect(site.notices.from.description == "motcua@kontum.gov.vn" && site.notices.sendmail == nil)
        #expect(site.incidentsTo.description == "sotttt@kontum.gov.vn")
        #expect(site.nightlyAt == nil)
        #expect(site.runGuard == nil)
        #expect(site.calendars.version(on: Day(number: 0)).general.ordinaryDayMinutes == 480)
        #expect(site.calendars.version(on: Day(number: 0)).general.decidedUntil == Day("2026-12-31"))
        #expect(site.accounts["0900000001"]?.email == "mau1@example.vn")
        #expect(site.accounts.contains("0900123456") && !site.accounts.contains("0800000000"))

        let procedure = try #require(site.catalogue.procedures["2.000488"]?.first)
        #expect(procedure.name == "Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam")
        #expect(procedure.time == .workingDays(10))
        #expect(procedure.fee == Procedure.Fee(amount: 200_000, due: .submission))
        #expect(procedure.coAgencies.map(\.description) == ["000.00.18.H34"])
        #expect(procedure.forms.map(\.id) == ["TK"])
        #expect(procedure.component("CCCD")?.types == [.pdf, .jpeg, .png, .tiff])
        #expect(procedure.component("CCCD")?.original == true)
        #expect(procedure.component("TK")?.required == true)
    }

    @Test(
        "The sample calendar gives the worked examples of the field",
        arguments: [
            ("2026-11-23T14:00:00+07:00", 3, "2026-11-27T14:00:00+07:00"),
            ("2026-08-21T16:00:00+07:00", 1, "2026-08-22T16:00:00+07:00"),
            ("2026-08-28T10:00:00+07:00", 2, "2026-09-04T10:00:00+07:00"),
        ])
    func calendar(start: String, days: Int, due: String) throws {
        let calendar = try #require(Configurations().load().site).calendars.version(on: Day(number: 0)).general
        #expect(calendar.deadline(after: try #require(Moment(start)), workingDays: days) == Moment(due))
    }

    @Test("Everything optional is taken, and what may be left out is")
    func optionalParts() throws {
        var configuration = Configurations()
        configuration.set(
            "config/hoso.xml",
            """
            <hoso xmlns="urn:hoso:config:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  xsi:schemaLocation="urn:hoso:config:1 schemas/hoso.xsd">
              <guard share="0.5" number="200"/>
              <nightly at="01:30"/>
              <incidents to="a@b.vn"/>
              <notices from="a@b.vn" sendmail="/usr/sbin/sendmail -t -i"/>
              <signatures require="present"/>
              <intake settleAfter="500ms"/>
              <limits packageBytes="2GB" fileBytes="900KB"/>
              <site name="Kon Tum" code="H34" timeZone="Asia/Bangkok"/>
            </hoso>
            """)
        try configuration.change(
            "config/agencies.xml", "kind=\"district\"",
            """
            kind="unit" parent="000.00.10.H34" account="3511.0.1234567" since="2018-01-01" until="2030-06-30" formerly="UBND thị xã"
            """)
        try configuration.change(
            "config/procedures/1.001612.xml", "workingDays=\"3\"", "days=\"5\" promisedDays=\"2\" require=\"present\"")
        let version = try configuration.text("config/procedures/2.000488.xml")
            .replacing("workingDays=\"10\"", with: "workingDays=\"8\" validFrom=\"2026-07-01\" central=\"0\"")
            .replacing(
                "<result>",
                with: """
                    <legalBasis>Luật Lý lịch tư pháp <em>2009</em></legalBasis>
                    <steps><step hours="4">Tiếp nhận</step><step hours="60">Giải quyết</step></steps>
                    <responsibility party="citizen">Kê khai trung thực</responsibility>
                    <roadmap level="4"/>
                    <result>
                    """)
        configuration.set("config/procedures/2.000488@2026-07-01.xml", version)
        configuration.set("config/templates/receipt.txt", "Của cơ quan")
        for schema in ["hoso", "calendar", "agencies", "procedure", "package"] {
            configuration.set("config/schemas/\(schema).xsd", nil)
        }

        let (loaded, problems) = configuration.load()
        #expect(problems.isEmpty)
        let site = try #require(loaded)
        #expect(site.runGuard == Site.Guard(share: 0.5, number: 200))
        #expect(site.nightlyAt == 90)
        #expect(site.notices.sendmail == ["/usr/sbin/sendmail", "-t", "-i"])
        var intake = Site.Intake()
        intake.settleAfter = 0.5
        #expect(site.intake == intake)
        #expect(site.limits.packageBytes == 2_000_000_000)
        #expect(site.limits.fileBytes == 900_000)
        #expect(site.folders.outbox == "/srv/hoso/Outbox")
        let agency = try #require(AgencyCode("000.00.31.H34").flatMap { site.catalogue.agencies[$0] })
        #expect(agency.kind == .unit && agency.parent?.description == "000.00.10.H34")
        #expect(
            agency.account == "3511.0.1234567" && agency.until == Day("2030-06-30") && agency.formerly == "UBND thị xã")
        let business = try #require(site.catalogue.procedures["1.001612"]?.first)
        #expect(business.time == .days(5) && business.promisedDays == 2 && business.require == .present)
        let versions = try #require(site.catalogue.procedures["2.000488"])
        #expect(versions.map(\.time) == [.workingDays(10), .workingDays(8)])
        #expect(site.catalogue.procedure("2.000488", on: try #require(Day("2026-06-30")))?.time == .workingDays(10))
        #expect(site.templates["receipt.txt"] == Array("Của cơ quan".utf8))
    }

    @Test(
        "An office's own wording with a day is pushed aside by no built-in one of a later day",
        arguments: [
            (["2025-07-01.txt", "2025-07-01.html"], "2025-07-01.txt", "2025-07-01.html"),
            (["2025-07-01.txt"], "2025-07-01.txt", "built-in"),
            (["2025-07-01.html"], "built-in", "2025-07-01.html"),
            (["2025-09-15.txt"], "2025-09-15.txt", "built-in"),
            (["2025-07-01.txt", "2025-07-01.html", "2025-09-15.txt"], "2025-09-15.txt", "built-in"),
            (["2026-01-01.txt", "2026-01-01.html"], "2026-01-01.txt", "2026-01-01.html"),
            ([], "built-in", "built-in"),
        ])
    func ownWordingStays(own: [String], plain: String, html: String) throws {
        var configuration = Configurations()
        var builtIn: [String: [UInt8]] = [:]
        for ending in ["txt", "html"] {
            let file = "config/templates/agencyRefusal@2025-09-15.\(ending)"
            builtIn[ending] = configuration.contents[file]
            configuration.set(file, nil)
        }
        for name in own { configuration.set("config/templates/agencyRefusal@\(name)", "Subject: \(name)") }
        let templates = try #require(configuration.load().site).templates
        func last(_ ending: String) throws -> (name: String, bytes: [UInt8]?) {
            let names = templates.keys.filter { $0.hasPrefix("agencyRefusal@") && $0.hasSuffix(ending) }
            let name = try #require(names.max())
            return (name, templates[name])
        }
        for (ending, expected) in [("txt", plain), ("html", html)] {
            let words = expected == "built-in" ? builtIn[ending] : Array("Subject: \(expected)".utf8)
            #expect(try last(ending).bytes == words)
        }
        #expect(try last("txt").name.dropLast(3) == last("html").name.dropLast(4), "a letter has both")
        #expect(templates["apology@2025-09-15.txt"] != nil, "of another kind")
    }

    @Test("Absolute folders stay, relative ones count from the site")
    func folders() throws {
        var configuration = Configurations()
        try configuration.change("config/hoso.xml", "inbox=\"Inbox\"", "inbox=\"/mnt/scans\"")
        let site = try #require(configuration.load().site)
        #expect(site.folders == Site.Folders(inbox: "/mnt/scans", outbox: "/srv/hoso/Outbox", state: "/srv/hoso/State"))
    }

    @Test("A site's own schema is used, and one that cannot be read is told with its line")
    func ownSchemas() throws {
        var configuration = Configurations()
        try configuration.change(
            "config/schemas/hoso.xsd", "<xs:maxLength value=\"10000\"/>", "<xs:maxLength value=\"3\"/>")
        let problems = configuration.load().problems
        #expect(problems.map(\.file) == ["config/hoso.xml"])
        #expect(problems.first?.line == (try configuration.line(of: "<site ", in: "config/hoso.xml")))

        configuration = Configurations()
        configuration.set("config/schemas/calendar.xsd", "<xs:schema\n")
        #expect(configuration.load().problems.contains { $0.file == "config/schemas/calendar.xsd" && !$0.isWarning })
        #expect(configuration.load().site == nil)
    }
}
