import Dossiers
import Publications
import Testing

/// What reports say of the agency that led a dossier before another got it.
@Suite("Rerouted dossiers in reports")
struct ReroutedDossierTests {
    private let code = Counted.code(1)
    private let former = Counted.agency()
    private let other = Counted.agency("000.00.18.H34")

    /// Complete on Monday 16/11 at 09:00, to be handed over until 15:00 and due on Thursday 19/11 at 09:00; given to another
    /// agency, which says at once that it has it.
    private func events(
        at: String, acknowledged: String? = nil, result: String? = nil, _ procedure: Procedure = Counted.procedure()
    ) throws -> [(String, DossierCode?, Event)] {
        let due = try #require(
            Deadlines(
                procedure: procedure, calendar: Counted.calendar, from: Counted.moment("2026-11-16T09:00"),
                handOverFrom: Counted.moment(at)))
        var events: [(String, DossierCode?, Event)] = [
            ("2026-11-16T08:00", code, Counted.received(procedure)),
            ("2026-11-16T09:00", code, Counted.completed("2026-11-16T09:00", procedure)),
        ]
        if let acknowledged { events.append((acknowledged, code, .acknowledged(by: former, message: "m"))) }
        events += [
            (at, code, .rerouted(to: other, PersonalAct(by: "hoa", reason: "đúng thẩm quyền"), due)),
            (at, code, .acknowledged(by: other, message: "n")),
        ]
        if let result { events.append((result, code, Counted.result(by: other))) }
        return events
    }

    /// Of one agency, the columns of a table that hold the dossier.
    private func columns(_ table: ReportTable, of agency: AgencyCode) -> Set<String> {
        let place = table.columns.firstIndex { $0.key == "agency" } ?? 0
        return table.fields.filter { $0[place] == agency.description }.reduce(into: []) { found, row in
            for (column, field) in zip(table.columns, row) where field == "1" && column.key != "rank" {
                found.insert(column.key)
            }
        }
    }

    @Test(
        "A hand-over that was late when another agency got the dossier stays listed and counted under the one that was late",
        arguments: [
            (nil as String?, "2026-11-18T09:00", true), ("2026-11-16T16:00", "2026-11-18T09:00", true),
            ("2026-11-16T15:00", "2026-11-18T09:00", false), (nil, "2026-11-16T15:00", false),
        ])
    func Dieu14_4_formerAgency(acknowledged: String?, at: String, isLate: Bool) throws {
        let data = Counted.data(
            try events(at: at, acknowledged: acknowledged, result: "2026-11-18T14:00"), from: "2026-11-16")
        let list = try #require(LateList(data).report.tables.first { $0.id == "handover" })
        #expect(list.fields.map { $0[1] } == (isLate ? [former.description] : []))
        let sla = try SLATable(data, by: .agency).table
        #expect(columns(sla, of: former).contains("formerlyLate") == isLate)
        #expect(columns(sla, of: other).isSuperset(of: ["received", "accepted", "handedOverInTime", "resolvedInTime"]))
        let ranking = AgencyTable(data).report.tables[0]
        #expect(columns(ranking, of: former).contains("handedOverLate") == isLate)
        #expect(!columns(ranking, of: other).contains("handedOverLate"))
        // The former agency's own report, too.
        let own = try SLATable(data.only(former), by: .procedure).table
        #expect(own.fields.first.map { $0.contains("1") } == (isLate ? true : false))
        try Counted.expectKept(events(at: at, acknowledged: acknowledged))
    }

    @Test("An agency that led twice and was late each time counts the dossier once")
    func Dieu14_4_lateTwice() throws {
        var all: [(String, DossierCode?, Event)] = [
            ("2026-11-16T08:00", code, Counted.received()),
            ("2026-11-16T09:00", code, Counted.completed("2026-11-16T09:00")),
        ]
        for (at, to) in [("2026-11-17T09:00", other), ("2026-11-18T09:00", former), ("2026-11-19T08:00", other)] {
            let due = try #require(
                Deadlines(
                    procedure: Counted.procedure(), calendar: Counted.calendar,
                    from: Counted.moment("2026-11-16T09:00"), handOverFrom: Counted.moment(at)))
            all.append((at, code, .rerouted(to: to, PersonalAct(by: "hoa", reason: "đúng thẩm quyền"), due)))
        }
        let data = Counted.data(all, to: "2026-11-20")
        let sla = try SLATable(data, by: .agency).table
        let ranking = AgencyTable(data).report.tables[0]
        for agency in [former, other] {
            #expect(columns(sla, of: agency).contains("formerlyLate"))
            #expect(columns(ranking, of: agency).contains("handedOverLate"))
        }
    }

    @Test(
        "Late counts for the agency that led when the time was over, and is put down to it",
        arguments: [
            ("2026-11-19T11:00", nil as String?, "overdue", true),
            ("2026-11-19T11:00", "2026-11-19T14:00", "late", true),
            ("2026-11-18T11:00", nil, "overdue", false), ("2026-11-18T11:00", "2026-11-19T14:00", "late", false),
        ])
    func Dieu8_1b_formerLead(at: String, result: String?, column: String, isFormers: Bool) throws {
        let data = Counted.data(try events(at: at, result: result), from: "2026-11-16")
        let (answerable, free) = isFormers ? (former, other) : (other, former)
        let ranking = AgencyTable(data).report.tables[0]
        #expect(columns(ranking, of: answerable).contains(column))
        #expect(columns(ranking, of: free).isDisjoint(with: ["late", "overdue"]))
        let sla = try SLATable(data, by: .agency).table
        let late: Set = ["resolvedLate", "resultOverdue"]
        #expect(!columns(sla, of: answerable).isDisjoint(with: late))
        #expect(columns(sla, of: free).isDisjoint(with: late))
        #expect(sla.fields.last?.filter { $0 == "1" }.count == 5)
        let item = try #require(LateList(data).items.first)
        if isFormers { #expect(item.cause == .formerLead(former)) }
    }

    @Test("Every agency that had a dossier has its hours in the table of who held what")
    func Dieu8_1b_holding() throws {
        let police = Counted.agency("000.00.31.H34")
        for coAgencies in [[], [other], [police]] {
            let procedure = Counted.procedure(coAgencies: coAgencies)
            let all = try events(at: "2026-11-18T09:00", result: "2026-11-18T14:00", procedure)
            let data = Counted.data(all, catalogue: Counted.catalogue([procedure]))
            let table = AgencyTable(data).report.tables[1].fields
            // Sixteen hours until the reroute, three from then on.
            if coAgencies != [police] {
                #expect(table == [[former.description, "16.0", "0.0"], [other.description, "3.0", "0.0"]])
            } else {
                // Each one's own time, whoever else had it then.
                #expect(table.map { [$0[0], $0[2]] }.contains([police.description, "19.0"]))
                #expect(table.contains([former.description, "16.0", "0.0"]))
            }
        }
    }

    @Test("A co-agency that had the dossier before it led is late with its own hand-over all the same")
    func Dieu14_4_coAgencyLeads() throws {
        let procedure = Counted.procedure(coAgencies: [other])
        let due = try #require(
            Deadlines(
                procedure: procedure, calendar: Counted.calendar, from: Counted.moment("2026-11-16T09:00"),
                handOverFrom: Counted.moment("2026-11-17T09:00")))
        let events: [(String, DossierCode?, Event)] = [
            ("2026-11-16T08:00", code, Counted.received(procedure)),
            ("2026-11-16T09:00", code, Counted.completed("2026-11-16T09:00", procedure)),
            ("2026-11-16T10:00", code, .acknowledged(by: other, message: "m")),
            ("2026-11-17T09:00", code, .rerouted(to: other, PersonalAct(by: "hoa", reason: "x"), due)),
        ]
        let data = Counted.data(events, to: "2026-11-18", catalogue: Counted.catalogue([procedure]))
        let sla = try SLATable(data, by: .agency).table
        #expect(columns(sla, of: other).contains("handOverOverdue"))
        try Counted.expectKept(events)
    }

    @Test("How late a hand-over is counts in the hours of the agency that was late with it")
    func Dieu14_4_ownHours() throws {
        let short = [(8, 11), (13, 15)].compactMap { WorkingCalendar.Period(from: $0 * 60, to: $1 * 60) }
        let general = Counted.calendar
        let own = WorkingCalendar(
            hours: general.hours.mapValues { _ in short }, holidays: general.holidays,
            decidedUntil: general.decidedUntil)
        let due = try #require(
            Deadlines(
                procedure: Counted.procedure(), calendar: general, from: Counted.moment("2026-11-16T09:00"),
                handOverFrom: Counted.moment("2026-11-17T09:00"), handOverBy: other, handOverCalendar: own))
        // Half of its five hours from 09:00 on, two hours and half of one.
        #expect(due.handOver == Counted.moment("2026-11-17T13:30"))
        let data = ReportData(
            frame: Counted.frame(to: "2026-11-18"),
            counting: Counted.counting([
                ("2026-11-16T08:00", code, Counted.received()),
                ("2026-11-16T09:00", code, Counted.completed("2026-11-16T09:00")),
                ("2026-11-16T10:00", code, .acknowledged(by: former, message: "m")),
                ("2026-11-17T09:00", code, .rerouted(to: other, PersonalAct(by: "hoa", reason: "x"), due)),
                ("2026-11-18T09:00", code, .acknowledged(by: other, message: "n")),
            ]), catalogue: Counted.catalogue(),
            calendars: CalendarVersions(.init(general: general, agencies: [other: own])))
        let list = try #require(LateList(data).report.tables.first { $0.id == "handover" })
        let place = try #require(list.columns.firstIndex { $0.key == "lateHours" })
        #expect(list.fields.map { $0[place] } == ["2.5"])
    }
}
