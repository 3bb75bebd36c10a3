import Dossiers
import Settings
import Testing

@Suite struct CalendarVersionTests {
    private let later = """
        <calendar xmlns="urn:hoso:config:1" validFrom="2026-12-01" due="endOfDay">
          <hours days="mon tue wed thu fri"><period from="07:30" to="11:30"/><period from="13:00" to="17:00"/></hours>
          <hours days="sat" agencies="000.00.31.H34"><period from="07:30" to="11:30"/></hours>
          <hours days="fri" agencies="000.00.31.H34 000.00.10.H34"/>
          <holiday from="2027-01-01" to="2027-01-01">Tết Dương lịch</holiday>
          <day date="2026-12-31" name="Nghỉ buổi chiều"><period from="07:30" to="11:30"/></day>
          <day date="2026-12-30" name="Kiểm kê kho" agencies="000.00.31.H34"/>
          <decided until="2027-12-31"/>
        </calendar>
        """

    @Test("A later calendar lies in a file of its own and holds from its day on")
    func laterVersion() throws {
        var configuration = Configurations()
        configuration.set("config/calendar@2026-12-01.xml", later)
        let (site, problems) = configuration.load()
        #expect(problems.isEmpty)
        let calendars = try #require(site).calendars
        let commune = try #require(AgencyCode("000.00.31.H34"))
        let justice = try #require(AgencyCode("000.00.10.H34"))
        let other = try #require(AgencyCode("000.00.12.H34"))
        func day(_ text: String) throws -> Day { try #require(Day(text)) }
        let before = calendars.calendar(for: commune, on: try day("2026-11-30"))
        #expect(before.validFrom == nil)
        #expect(before.dueRule == .hour)
        let first = try day("2026-12-01")
        let general = calendars.calendar(for: other, on: first)
        #expect(general.validFrom == first)
        #expect(general.dueRule == .endOfDay)
        #expect(general.isWorkingDay(try day("2026-12-04")), "a Friday")
        #expect(general.periods(on: try day("2026-12-31")).map(\.to) == [690])
        #expect(general.isWorkingDay(try day("2026-12-30")))
        let own = calendars.calendar(for: commune, on: first)
        #expect(own.isWorkingDay(try day("2026-12-05")), "a Saturday")
        #expect(!own.isWorkingDay(try day("2026-12-04")))
        #expect(own.nature(of: try day("2026-12-30")) == .holiday(name: "Kiểm kê kho"))
        #expect(own.periods(on: try day("2026-12-31")).map(\.to) == [690], "what holds for all holds for it too")
        #expect(!calendars.calendar(for: justice, on: first).isWorkingDay(try day("2026-12-04")))
    }

    @Test(
        "A mistake in a later calendar is told with its file and line",
        arguments: [
            ("validFrom=\"2026-12-01\" ", "", 1, "no validFrom"),
            ("endOfDay", "noon", 1, "hour, endOfDay"),
            ("days=\"sat\" agencies=\"000.00.31.H34\"", "days=\"sat\" agencies=\"000.00.99.H34\"", 3, "000.00.99.H34"),
            ("date=\"2026-12-31\"", "date=\"2027-01-01\"", 6, "one or the other"),
            ("date=\"2026-12-31\"", "date=\"31/12/2026\"", 6, "2026-11-24"),
            (" name=\"Nghỉ buổi chiều\"", "", 6, "no name"),
            ("name=\"Nghỉ buổi chiều\"><period from=\"07:30\" to=\"11:30\"/>", "name=\"x\">", 6, "no <period>"),
        ])
    func mistakes(old: String, new: String, line: Int, says: String) throws {
        var configuration = Configurations()
        configuration.set("config/calendar@2026-12-01.xml", later)
        try configuration.change("config/calendar@2026-12-01.xml", old, new)
        let (site, problems) = configuration.load()
        #expect(site == nil)
        let problem = try #require(problems.first)
        #expect(problem.file == "config/calendar@2026-12-01.xml")
        #expect(problem.line == line)
        #expect(problem.message.contains(says), "\(problem.message)")
    }

    @Test("The same day twice is a mistake, and a file with another day's name a warning")
    func names() throws {
        var configuration = Configurations()
        configuration.set("config/calendar@2026-12-01.xml", later)
        configuration.set("config/calendar@2026-12-02.xml", later)
        let (site, problems) = configuration.load()
        #expect(site == nil)
        #expect(problems.contains { $0.message.contains("stands already in config/calendar@2026-12-01.xml") })
        configuration.set("config/calendar@2026-12-01.xml", nil)
        let renamed = configuration.load()
        #expect(renamed.site != nil)
        let areWarnings = renamed.problems.allSatisfy(\.isWarning)
        #expect(areWarnings)
        let named = renamed.problems.filter { $0.message.contains("name") }
        #expect(named.map(\.file) == ["config/calendar@2026-12-02.xml"])
    }
}
