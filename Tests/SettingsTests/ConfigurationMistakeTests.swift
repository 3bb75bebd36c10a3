import Dossiers
import Foundation
import Settings
import Testing

@Suite struct ConfigurationMistakeTests {
    /// One change, and what must be said of it: the line that holds `at` after the change, and words of the message.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let file: String
        let old: String
        let new: String
        let at: String
        let says: [String]
        var isWarning = false

        init(_ file: String, _ old: String, _ new: String, at: String? = nil, says: String..., isWarning: Bool = false)
        {
            self.file = "config/\(file)"
            self.old = old
            self.new = new
            self.at = at ?? new
            self.says = says
            self.isWarning = isWarning
        }

        var testDescription: String { "\(file): \(new)" }
    }

    static let settings = [
        Mistake(
            "hoso.xml", "timeZone=\"Asia/Ho_Chi_Minh\"", "timeZone=\"Asia/Kontum\"", says: "timeZone", "Asia/Kontum"),
        Mistake(
            "hoso.xml", "timeZone=\"Asia/Ho_Chi_Minh\"", "timeZone=\"Europe/Berlin\"", says: "same offset all year"),
        Mistake("hoso.xml", "code=\"H34\"", "code=\"Kon Tum\"", says: "H34"),
        Mistake("hoso.xml", "name=\"Kon Tum\"", "name=\" \"", says: "name", "some text"),
        Mistake("hoso.xml", "name=\"Kon Tum\" ", "", at: "<site", says: "<site> has no name"),
        Mistake("hoso.xml", "<site ", "<sit ", says: "unknown element <sit>", "did you mean <site>?"),
        Mistake("hoso.xml", "scanEvery=\"30s\"", "scanEvery=\"30 s\"", says: "scanEvery", "500ms, 30s, 5m or 2h"),
        Mistake("hoso.xml", "scanEvery=\"30s\"", "scanEvery=\"0s\"", says: "100ms to 24h"),
        Mistake("hoso.xml", "settleAfter=\"2s\"", "settelAfter=\"2s\"", says: "unknown attribute", "settleAfter"),
        Mistake("hoso.xml", "waitForScans=\"2h\"", "waitForScans=\"2 days\"", says: "waitForScans"),
        Mistake("hoso.xml", "workers=\"2\"", "workers=\"0\"", says: "workers", "from 1 to"),
        Mistake("hoso.xml", "packageBytes=\"200MB\"", "packageBytes=\"200MiB\"", says: "packageBytes", "50MB"),
        Mistake("hoso.xml", "fileBytes=\"50MB\"", "fileBytes=\"-1\"", says: "fileBytes"),
        Mistake("hoso.xml", "fileBytes=\"50MB\"", "fileBytes=\"300MB\"", says: "whole package", isWarning: true),
        Mistake("hoso.xml", "files=\"200\"", "files=\"many\"", says: "files"),
        Mistake(
            "hoso.xml", "outbox=\"Outbox\"", "outbox=\"Inbox/../Inbox\"", says: "inbox and outbox are the same folder"),
        Mistake(
            "hoso.xml", "state=\"State\"", "state=\"Inbox/state\"", says: "inbox and state lie one inside the other"),
        Mistake(
            "hoso.xml", "inbox=\"Inbox\"", "inbox=\"/srv/hoso/State\"", says: "inbox and state are the same folder"),
        Mistake(
            "hoso.xml", "state=\"State\"", "state=\"../hoso/Outbox/s\"",
            says: "outbox and state lie one inside the other"),
        Mistake("hoso.xml", "inbox=\"Inbox\"", "inbox=\"config\"", says: "config and inbox are the same folder"),
        Mistake(
            "hoso.xml", "outbox=\"Outbox\"", "outbox=\"config/out\"",
            says: "config and outbox lie one inside the other"),
        Mistake("hoso.xml", "require=\"valid\"", "require=\"any\"", says: "present, intact, valid, trusted"),
        Mistake("hoso.xml", "from=\"motcua@kontum.gov.vn\"", "from=\"motcua\"", says: "from", "e-mail address"),
        Mistake("hoso.xml", "from=\"motcua@kontum.gov.vn\"", "from=\"mộtcửa@kontum.gov.vn\"", says: "from"),
        Mistake(
            "hoso.xml", "<notices from", "<notices sendmail=\"sendmail -t\" from", says: "sendmail", "absolute path"),
        Mistake("hoso.xml", "<incidents to", "<incidents too", says: "too", "did you mean to?"),
        Mistake("hoso.xml", "<incidents", "<nightly at=\"25:00\"/><incidents", says: "at", "time of day"),
        Mistake("hoso.xml", "<incidents", "<guard share=\"1.5\" number=\"2\"/><incidents", says: "share"),
        Mistake(
            "hoso.xml", "<incidents", "<signatures require=\"present\"/><incidents", says: "<signatures> stands twice"),
        Mistake("hoso.xml", "<incidents", "<mail/><incidents", says: "unknown element <mail>", "expected one of"),
        Mistake("hoso.xml", "urn:hoso:config:1", "urn:hoso:config:2", says: "urn:hoso:config:1"),
    ]

    static let calendar = [
        Mistake("calendar.xml", "mon tue wed thu fri", "mon tue wed thu fir", says: "fir", "mon tue wed"),
        Mistake("calendar.xml", "mon tue wed thu fri", "mon tue wed thu fri fri", says: "twice"),
        Mistake("calendar.xml", "from=\"13:00\"", "from=\"10:30\"", says: "overlaps"),
        Mistake("calendar.xml", "to=\"11:00\"", "to=\"06:00\"", says: "before its beginning"),
        Mistake("calendar.xml", "to=\"17:00\"", "to=\"5pm\"", says: "time of day"),
        Mistake(
            "calendar.xml", "from=\"2026-02-16\" to=\"2026-02-20\"", "from=\"2026-02-20\" to=\"2026-02-16\"",
            says: "before it begins"),
        Mistake(
            "calendar.xml", "from=\"2026-02-16\" to=\"2026-02-20\"", "from=\"2026-02-16\" to=\"2027-02-20\"",
            says: "31 at most"),
        Mistake("calendar.xml", "from=\"2026-11-24\"", "from=\"24/11/2026\"", says: "from", "2026-11-24"),
        Mistake("calendar.xml", "to=\"2026-11-24\"", "to=\"2026-11-31\"", says: "to"),
        Mistake("calendar.xml", ">Ngày Văn hóa Việt Nam<", "> <", says: "<holiday> is empty"),
        Mistake(
            "calendar.xml", "date=\"2026-08-22\"", "date=\"2026-01-10\"", at: "instead=\"2026-08-31\"",
            says: "worked day already in line"),
        Mistake("calendar.xml", "date=\"2026-08-22\"", "date=\"2026-09-01\"", says: "part of a holiday"),
        Mistake("calendar.xml", "date=\"2026-08-22\"", "date=\"2026-08-31\"", says: "one or the other"),
        Mistake("calendar.xml", "date=\"2026-08-22\"", "date=\"2026-08-21\"", says: "worked anyway", isWarning: true),
        Mistake(
            "calendar.xml", "instead=\"2026-08-31\"", "instead=\"2026-08-30\"", says: "off anyway", isWarning: true),
        Mistake("calendar.xml", "until=\"2026-12-31\"", "until=\"2026\"", says: "until"),
        Mistake(
            "calendar.xml", "<decided until=\"2026-12-31\"/>", "", at: "<calendar", says: "decided", isWarning: true),
        Mistake(
            "calendar.xml", "<decided until=\"2026-12-31\"/>", "<decided until=\"2028-12-31\"/>", at: "<decided",
            says: "2028 is called decided, and no day off of it stands here", isWarning: true),
        Mistake(
            "calendar.xml", "<decided until=\"2026-12-31\"/>", "<decided until=\"9999-12-31\"/>", at: "<decided",
            says: "2028 is called decided", isWarning: true),
        Mistake(
            "calendar.xml", "<decided", "<hours days=\"fri sun\"><period from=\"07:00\" to=\"11:00\"/></hours><decided",
            says: "earlier <hours>"),
    ]

    static let procedures = [
        Mistake("procedures/1.001612.xml", "level=\"4\"", "level=\"5\"", says: "level", "expected 2, 3 or 4"),
        Mistake("procedures/1.001612.xml", "level=\"4\"", "level=\"1\"", says: "Điều 5.2"),
        Mistake("procedures/1.001612.xml", "level=\"4\"", "level=\"four\"", says: "level"),
        Mistake(
            "procedures/1.001612.xml", "agency=\"000.00.31.H34\"", "agency=\"000.00.99.H34\"", says: "000.00.99.H34",
            "not in config/agencies.xml"),
        Mistake("procedures/1.001612.xml", "agency=\"000.00.31.H34\"", "agency=\"UBND\"", says: "agency code"),
        Mistake(
            "procedures/2.000488.xml", "<coAgency code=\"000.00.18.H34\"", "<coAgency code=\"000.00.10.H34\"",
            says: "lead agency itself"),
        Mistake(
            "procedures/2.000488.xml", "<coAgency code=\"000.00.18.H34\"", "<coAgency code=\"000.00.98.H34\"",
            says: "000.00.98.H34"),
        Mistake("procedures/1.001612.xml", " workingDays=\"3\"", "", at: "<procedure", says: "no time", "Điều 3.2"),
        Mistake("procedures/1.001612.xml", "workingDays=\"3\"", "workingDays=\"3\" days=\"4\"", says: "both"),
        Mistake("procedures/1.001612.xml", "workingDays=\"3\"", "workingDays=\"0\"", says: "workingDays"),
        Mistake(
            "procedures/1.001612.xml", "workingDays=\"3\"", "workingDays=\"3\" promisedDays=\"4\"",
            says: "promisedDays", "Điều 8.1c"),
        Mistake(
            "procedures/1.001612.xml", "workingDays=\"3\"", "workingDays=\"3\" require=\"signed\"",
            says: "present, intact, valid, trusted"),
        Mistake(
            "procedures/1.001612.xml", "workingDays=\"3\"", "workingDays=\"3\" validFrom=\"1/7/2026\"",
            says: "validFrom"),
        Mistake(
            "procedures/1.001612.xml", "workingDays=\"3\"",
            "workingDays=\"3\" validFrom=\"2026-07-01\" validUntil=\"2026-06-30\"", says: "validUntil", "before"),
        Mistake(
            "procedures/1.001612.xml", "workingDays=\"3\"", "workingDays=\"3\" central=\"yes\"", says: "true or false"),
        Mistake(
            "procedures/1.001612.xml", "code=\"1.001612\"", "code=\"1.001613\"", says: "1.001613.xml", isWarning: true),
        Mistake("procedures/1.001612.xml", "amount=\"100000\"", "amount=\"100.000\"", says: "amount", "digits only"),
        Mistake("procedures/1.001612.xml", "amount=\"100000\"", "amount=\"100\"", says: "thousands", isWarning: true),
        Mistake("procedures/1.001612.xml", "due=\"result\"", "due=\"now\"", says: "submission or result"),
        Mistake(
            "procedures/1.001612.xml", "id=\"HDTN\"", "id=\"CCCD\"",
            at: "types=\"pdf jpeg png tiff\" required=\"true\"", says: "CCCD", "already in line"),
        Mistake("procedures/1.001612.xml", "id=\"HDTN\"", "id=\"HD TN\"", says: "id"),
        Mistake(
            "procedures/1.001612.xml", "types=\"pdf jpeg png\"", "types=\"pdf jpg png\"", says: "jpg",
            "pdf jpeg png tiff"),
        Mistake(
            "procedures/1.001612.xml", "types=\"pdf jpeg png\"", "types=\"pdf xml\"",
            says: "types of pdf jpeg png tiff"),
        Mistake("procedures/1.001612.xml", " types=\"pdf jpeg png\"", "", at: "id=\"CCCD\"", says: "no types"),
        Mistake("procedures/1.001612.xml", "kind=\"form\"", "kind=\"from\"", says: "form or attachment"),
        Mistake("procedures/1.001612.xml", "kind=\"form\"", "kind=\"form\" types=\"pdf\"", says: "only an attachment"),
        Mistake("procedures/1.001612.xml", "required=\"false\"", "required=\"no\"", says: "true or false"),
        Mistake(
            "procedures/1.001612.xml", "<sector>Thành lập và hoạt động của hộ kinh doanh</sector>", "",
            at: "<procedure",
            says: "no <sector>"),
        Mistake(
            "procedures/1.001612.xml", "<result><title>Giấy chứng nhận đăng ký hộ kinh doanh</title>", "<result>",
            says: "<result> has no <title>"),
        Mistake(
            "procedures/1.001612.xml", "<result>", "<steps><step hours=\"20\"/><step hours=\"4.5\"/></steps><result>",
            says: "24.5 hours", "Điều 8.1b"),
    ]

    @Test(
        "Each mistake is told once, with its file, its line and what was expected",
        arguments: settings + calendar + procedures)
    func eachMistake(mistake: Mistake) throws {
        var configuration = Configurations()
        try configuration.change(mistake.file, mistake.old, mistake.new)
        let (site, problems) = configuration.load()
        #expect(problems.count == 1, "\(problems)")
        let problem = try #require(problems.first)
        #expect(problem.file == mistake.file)
        #expect(problem.line == (try configuration.line(of: mistake.at, in: mistake.file)), "\(problem)")
        #expect(problem.isWarning == mistake.isWarning)
        #expect((site == nil) == !mistake.isWarning)
        for words in mistake.says { #expect(problem.message.contains(words), "\(problem)") }
    }

    @Test("Twelve mistakes in one configuration are twelve lines, over all its files")
    func twelveMistakes() throws {
        var configuration = Configurations()
        let mistakes: [(file: String, old: String, new: String)] = [
            ("hoso.xml", "timeZone=\"Asia/Ho_Chi_Minh\"", "timeZone=\"Asia/Kontum\""),
            ("hoso.xml", "scanEvery=\"30s\"", "scanEvery=\"soon\""),
            ("hoso.xml", "workers=\"2\"", "workers=\"two\""),
            ("hoso.xml", "fileBytes=\"50MB\"", "fileBytes=\"50 MB\""),
            ("hoso.xml", "require=\"valid\"", "require=\"safe\""),
            ("calendar.xml", "from=\"13:00\"", "from=\"10:00\""),
            ("calendar.xml", "from=\"2026-02-16\"", "from=\"2026-02-26\""),
            ("agencies.xml", "email=\"catinh@kontum.gov.vn\"", "email=\"catinh\""),
            ("procedures/2.000488.xml", "level=\"4\"", "level=\"1\""),
            ("procedures/2.000488.xml", "amount=\"200000\"", "amount=\"-200000\""),
            ("procedures/1.002809.xml", "agency=\"000.00.08.H34\"", "agency=\"000.00.88.H34\""),
            ("accounts.tsv", "0900000003\t", "\t"),
        ]
        for mistake in mistakes { try configuration.change("config/\(mistake.file)", mistake.old, mistake.new) }
        let (site, problems) = configuration.load()
        #expect(site == nil)
        #expect(problems.count == 12, "\(problems.map(\.description))")
        for mistake in mistakes {
            let file = "config/\(mistake.file)"
            let part = mistake.file == "accounts.tsv" ? "\tPhạm Thị Dung" : mistake.new
            let line = try configuration.line(of: part, in: file)
            #expect(
                problems.contains { $0.description.hasPrefix("\(file):\(line): ") && !$0.isWarning },
                "\(file):\(line) \(problems)")
        }
    }

    @Test("Several mistakes on one line are several problems")
    func sameLine() throws {
        var configuration = Configurations()
        try configuration.change(
            "config/hoso.xml", "<intake scanEvery=\"30s\" settleAfter=\"2s\" waitForScans=\"2h\" workers=\"2\"/>",
            "<intake scanEvery=\"x\" settleAfter=\"y\" waitForScans=\"z\" workers=\"w\" more=\"v\"/>")
        let problems = configuration.load().problems
        #expect(problems.count == 5, "\(problems)")
        #expect(Set(problems.map(\.line)).count == 1)
    }

    @Test("The same agency twice is told with both lines")
    func duplicateAgency() throws {
        var configuration = Configurations()
        try configuration.change("config/agencies.xml", "code=\"000.00.08.H34\"", "code=\"000.00.10.H34\"")
        let problems = configuration.load().problems.filter { $0.file == "config/agencies.xml" }
        #expect(problems.count == 1)
        #expect(problems.first?.line == (try configuration.line(of: "Sở Tư pháp", in: "config/agencies.xml")))
        #expect(problems.first?.message.contains("already in line") == true)
    }

    @Test("An agency is of one of four kinds and stands under an agency of the same file")
    func Dieu2_1_agencies() throws {
        let old = "kind=\"district\""
        for kind in ["department", "district", "commune", "unit"] {
            var configuration = Configurations()
            try configuration.change(
                "config/agencies.xml", old, "kind=\"\(kind)\" parent=\"000.00.10.H34\"")
            #expect(configuration.load().problems.isEmpty, "\(kind)")
        }
        for wrong in ["kind=\"province\"", "\(old) parent=\"000.00.77.H34\"", "\(old) parent=\"000.00.31.H34\""] {
            var configuration = Configurations()
            try configuration.change("config/agencies.xml", old, wrong)
            #expect(configuration.load().problems.count == 1, "\(wrong)")
        }
    }

    @Test("An agency's roster is read; a duty that ends before it begins is a mistake")
    func Dieu13_6_duty() throws {
        let name = "<name>Sở Tư pháp</name>"
        func duty(_ until: String) -> String { "\(name)<duty officer=\"Hoa\" from=\"2026-11-16\" until=\"\(until)\"/>" }
        var configuration = Configurations()
        try configuration.change("config/agencies.xml", name, duty("2026-11-20"))
        let agencies = try #require(configuration.load().site).catalogue.agencies.values
        #expect(agencies.flatMap(\.duties).map(\.officer) == ["Hoa"])
        var reversed = Configurations()
        try reversed.change("config/agencies.xml", name, duty("2026-11-15"))
        #expect(reversed.load().problems.map(\.message) == ["until 2026-11-15 lies before from 2026-11-16"])
    }

    @Test(
        "The same procedure in two files is told, and names the other file; another day of validity is another version")
    func duplicateProcedure() throws {
        var configuration = Configurations()
        configuration.set("config/procedures/zz.xml", try configuration.text("config/procedures/2.000488.xml"))
        let problems = configuration.load().problems.filter { !$0.isWarning }
        #expect(problems.map(\.file) == ["config/procedures/zz.xml"])
        #expect(problems.first?.message.contains("config/procedures/2.000488.xml") == true)
    }

    @Test("A procedure needs its list of papers, unless it is a ministry's own")
    func Dieu3_2_components() throws {
        var configuration = Configurations()
        let bare = """
            <procedure xmlns="urn:hoso:config:1" code="9.9" level="2" agency="000.00.10.H34" workingDays="1">
            <name>Tên</name><sector>Lĩnh vực</sector><result><title>Kết quả</title></result></procedure>
            """
        configuration.set("config/procedures/9.9.xml", bare)
        #expect(configuration.load().problems.map(\.message).contains { $0.contains("no <component>") })
        configuration.set("config/procedures/9.9.xml", bare.replacing("level", with: "central=\"true\" level"))
        #expect(configuration.load().problems.isEmpty)
    }

    @Test("A calendar without hours is refused")
    func noHours() throws {
        var configuration = Configurations()
        configuration.set(
            "config/calendar.xml", "<calendar xmlns=\"urn:hoso:config:1\"><decided until=\"2026-12-31\"/></calendar>")
        let (site, problems) = configuration.load()
        #expect(site == nil)
        #expect(problems.map(\.message).contains { $0.contains("no <hours>") })
    }

    @Test(
        "A file that is missing, empty or no XML is told, and the others are checked all the same",
        arguments: [
            "hoso.xml", "calendar.xml", "agencies.xml", "procedures/2.000488.xml",
        ])
    func unreadableFile(name: String) throws {
        for text in [nil, "", "\n", "{}", "<a", "<!DOCTYPE a><a/>"] as [String?]
        where text != nil || !name.contains("/") {
            var configuration = Configurations()
            configuration.set("config/\(name)", text)
            try configuration.change("config/procedures/1.002809.xml", "workingDays=\"5\"", "workingDays=\"x\"")
            let (site, problems) = configuration.load()
            #expect(site == nil)
            #expect(
                problems.map(\.file) == ["config/\(name)", "config/procedures/1.002809.xml"].sorted(), "\(problems)")
        }
    }

    @Test("A procedure or a calendar counts under an ending in capitals too, as the folder is read")
    func capitals() throws {
        for name in ["procedures/1.002809", "calendar@2027-01-01"] {
            var configuration = Configurations()
            configuration.set("config/\(name).XML", "<procedure/>")
            #expect(configuration.load().problems.map(\.file) == ["config/\(name).XML"])
        }
    }

    @Test("Folders are compared where they lie, through whatever link the site is reached")
    func links() throws {
        let place = NSTemporaryDirectory() + "hoso-link-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: place) }
        try FileManager.default.createDirectory(atPath: place + "/site", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: place + "/link", withDestinationPath: place + "/site")
        var configuration = Configurations()
        try configuration.change("config/hoso.xml", "inbox=\"Inbox\"", "inbox=\"\(place)/site/State/in\"")
        let (_, problems) = SiteLoader.load(ConfigurationFiles(configuration.contents), path: place + "/link")
        #expect(problems.map(\.message).contains { $0.contains("inbox and state lie one inside the other") })
    }

    @Test("A configuration with nothing in it names each file that is missing")
    func nothing() {
        let (site, problems) = SiteLoader.load(ConfigurationFiles([:]), path: "/srv")
        #expect(site == nil)
        #expect(
            problems.map(\.file) == [
                "config/accounts.tsv", "config/agencies.xml", "config/calendar.xml", "config/hoso.xml",
                "config/procedures",
            ])
    }

    @Test("A flood of mistakes is cut off and counted")
    func flood() throws {
        var configuration = Configurations()
        let rows = (0..<1000).map { _ in "one\ttwo" }.joined(separator: "\n")
        configuration.set("config/accounts.tsv", "account\tname\temail\tphone\n" + rows)
        let problems = configuration.load().problems
        #expect(problems.count == 201)
        #expect(problems.contains { $0.message == "800 more mistakes in this file" })
    }

    @Test("No configuration, however mangled, ends the program", arguments: 0..<40)
    func mangled(seed: UInt64) throws {
        var state = seed &+ 99
        func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        for (path, bytes) in SampleSite.files
        where !path.contains("/schemas/") && !path.contains("/templates/") && !bytes.isEmpty {
            var configuration = Configurations()
            var mangled = bytes
            for _ in 0...below(6) { mangled[below(mangled.count)] = UInt8(below(256)) }
            if below(3) == 0 { mangled.removeLast(below(mangled.count)) }
            configuration.set(path, nil)
            configuration.put(path, mangled)
            _ = configuration.load()
        }
    }
}
