import Dossiers
import Publications
import Testing

@Suite("Agencies side by side")
struct AgencyTableTests {
    private let police = Counted.agency("000.00.18.H34")

    @Test("Agencies are ranked by their on-time share, and those without results stand last without a rank")
    func Dieu10_ranking() throws {
        let good = Procedure(
            code: "1.1", name: "Tốt", sector: "Một", level: 3, agency: police, time: .workingDays(3), components: [],
            result: "Kết quả")
        let bad = Counted.procedure()
        let (one, two) = (
            DossierCode(agency: police, day: Counted.day("2026-11-16"), number: 1), Counted.code(1)
        )
        let events: [(String, DossierCode?, Event)] = [
            ("2026-11-16T08:00", one, Counted.received(good)),
            ("2026-11-16T08:00", one, Counted.completed("2026-11-16T08:00", good)),
            ("2026-11-16T09:00", two, Counted.received(bad)),
            ("2026-11-16T09:00", two, Counted.completed("2026-11-16T09:00", bad)),
            ("2026-11-18T09:00", one, Counted.result(by: police)), ("2026-11-20T09:00", two, Counted.result()),
        ]
        let third = Agency(code: Counted.agency("000.00.31.H34"), name: "UBND", email: "u@kontum.gov.vn")
        let catalogue = Catalogue(
            agencies: Array(Counted.catalogue().agencies.values) + [third], procedures: [good, bad])
        let table = try #require(AgencyTable(Counted.data(events, catalogue: catalogue)).report.tables.first)
        #expect(
            table.fields.map { [$0[0], $0[1], $0[8]] } == [
                ["1", police.description, "100.0"], ["2", Counted.agency().description, "0.0"],
                ["", third.code.description, "—"],
            ])
        // Due on Thursday 08:00, done on Wednesday 09:00: seven hours were saved (Điều 8.1c).
        #expect(table.fields[0][10] == "7.0")
    }

    @Test(
        "Hours are saved against the published time, whether less was promised or more given",
        arguments: [
            (nil as Int?, nil as String?, "2026-11-17T09:00", "16.0"),
            (1, nil, "2026-11-17T09:00", "16.0"), (1, nil, "2026-11-18T09:00", "8.0"),
            (nil, "2026-11-16T10:00", "2026-11-17T09:00", "16.0"), (nil, "2026-11-18T09:00", "2026-11-20T09:00", "0.0"),
            (nil, "2026-11-20T09:00", "2026-11-23T09:00", "0.0"),
        ])
    func Dieu8_1c_againstPublished(promised: Int?, extendedAt: String?, result: String, hours: String) throws {
        var procedure = Counted.procedure()
        procedure.promisedDays = promised
        let code = Counted.code(1)
        let granted = Extension(
            by: Counted.agency(), reason: "xác minh", newDate: Counted.moment("2026-11-27T17:00"), approvedBy: "GĐ")
        var events: [(String, DossierCode?, Event)] = [
            ("2026-11-16T09:00", code, Counted.received(procedure)),
            ("2026-11-16T09:00", code, Counted.completed("2026-11-16T09:00", procedure)),
        ]
        if let extendedAt { events.append((extendedAt, code, .extended(granted))) }
        events.append((result, code, Counted.result()))
        try Counted.expectKept(events)
        let table = AgencyTable(Counted.data(events, catalogue: Counted.catalogue([procedure]))).report.tables[0]
        #expect(table.fields.first { $0[1] == Counted.agency().description }?[10] == hours)
    }

    @Test("An agency that the configuration has no more keeps the figures that it has in the period")
    func Dieu10_gone() throws {
        let events: [(String, DossierCode?, Event)] = [
            ("2026-11-16T09:00", Counted.code(1), Counted.received()),
            ("2026-11-16T09:00", Counted.code(1), Counted.completed("2026-11-16T09:00")),
            ("2026-11-17T15:00", Counted.code(1), Counted.result()),
        ]
        let left = Catalogue(
            agencies: [Agency(code: police, name: "Công an tỉnh", email: "ca@kontum.gov.vn")], procedures: [])
        func agencies(from: String) -> [[String]] {
            (AgencyTable(Counted.data(events, from: from, catalogue: left)).report.tables.first?.fields ?? []).map {
                [$0[1], $0[2], $0[5]]
            }
        }
        #expect(
            agencies(from: "2026-11-01") == [
                [Counted.agency().description, "1", "1"], [police.description, "0", "0"],
            ])
        #expect(agencies(from: "2026-11-18") == [[police.description, "0", "0"]])
    }

    @Test("The report shows for how long the lead agency and each co-agency held a dossier")
    func Dieu8_1b_holding() throws {
        let procedure = Counted.procedure(coAgencies: [police])
        let code = Counted.code(1)
        let events: [(String, DossierCode?, Event)] = [
            ("2026-11-16T09:00", code, Counted.received(procedure)),
            ("2026-11-16T09:00", code, Counted.completed("2026-11-16T09:00", procedure)),
            ("2026-11-17T09:00", code, Counted.result(by: police)), ("2026-11-17T15:00", code, Counted.result()),
        ]
        let data = Counted.data(events, catalogue: Counted.catalogue([procedure]))
        let table = try #require(AgencyTable(data).report.tables.first { $0.id == "holding" })
        #expect(table.fields == [[Counted.agency().description, "4.0", "0.0"], [police.description, "0.0", "8.0"]])
    }

    /// Of each agency that was late, how many hand-overs of a period were so.
    private func late(
        _ events: [(String, DossierCode?, Event)], _ from: String, _ to: String
    ) throws -> [String: Int] {
        let data = Counted.data(events.filter { $0.0 < "\(to)T24" }, from: from, to: to)
        let table = AgencyTable(data).report.tables[0]
        var found: [String: Int] = [:]
        for row in table.fields { if let count = Int(row[9]), count > 0 { found[row[1]] = count } }
        // The list of the period has them all.
        let list = try #require(LateList(data).report.tables.first { $0.id == "handover" })
        #expect(Set(list.fields.map { $0[1] }).isSuperset(of: found.keys))
        return found
    }

    @Test("A late hand-over counts in the period in which its half day ran out, so that periods add up to the whole")
    func Dieu14_4_overTheBorder() throws {
        let (code, own) = (Counted.code(1), Counted.agency().description)
        // Received on Monday, complete on Wednesday afternoon: its half day is over on Thursday at 09:00.
        let events: [(String, DossierCode?, Event)] = [
            ("2026-11-16T08:00", code, Counted.received()),
            ("2026-11-18T15:00", code, Counted.completed("2026-11-18T15:00")),
            ("2026-11-20T09:00", code, .acknowledged(by: Counted.agency(), message: "m")),
        ]
        #expect(try late(events, "2026-11-16", "2026-11-18").isEmpty)
        #expect(try late(events, "2026-11-19", "2026-11-19") == [own: 1])
        #expect(try late(events, "2026-11-20", "2026-11-23").isEmpty)
        #expect(try late(events, "2026-11-16", "2026-11-23") == [own: 1])
    }

    @Test("What an agency was late with before another got it counts in the period in which that was, and once")
    func Dieu14_4_formerOverTheBorder() throws {
        let (code, own, other) = (Counted.code(1), Counted.agency(), police)
        var events: [(String, DossierCode?, Event)] = [
            ("2026-11-16T08:00", code, Counted.received()),
            ("2026-11-16T09:00", code, Counted.completed("2026-11-16T09:00")),
        ]
        for (at, to) in [("2026-11-17T09:00", other), ("2026-11-18T09:00", own), ("2026-11-19T08:00", other)] {
            let due = Deadlines(
                procedure: Counted.procedure(), calendar: Counted.calendar, from: Counted.moment("2026-11-16T09:00"),
                handOverFrom: Counted.moment(at))
            events.append((at, code, .rerouted(to: to, PersonalAct(by: "hoa", reason: "thẩm quyền"), due)))
        }
        #expect(try late(events, "2026-11-16", "2026-11-16") == [own.description: 1])
        #expect(try late(events, "2026-11-17", "2026-11-17") == [other.description: 1])
        #expect(try late(events, "2026-11-18", "2026-11-23").isEmpty)
        #expect(try late(events, "2026-11-16", "2026-11-23") == [own.description: 1, other.description: 1])
    }

    @Test("Hours of many dossiers are summed up to the second before they are told in tenths")
    func Dieu8_1c_toTheSecond() throws {
        let procedure = Counted.procedure(coAgencies: [police])
        var counting = Counting()
        var entries = 0
        for number in 1...12 {
            let events: [(String, Event)] = [
                ("2026-11-16T09:00", Counted.received(procedure)),
                ("2026-11-16T09:00", Counted.completed("2026-11-16T09:00", procedure)),
                ("2026-11-16T10:00", Counted.result(by: police)), ("2026-11-17T09:00", Counted.result()),
            ]
            for (place, event) in events.enumerated() {
                entries += 1
                let at = Counted.moment(event.0).advanced(bySeconds: place < 2 ? 0 : 30)
                counting.apply(
                    Entry(number: entries, at: at, claim: "c\(entries)", dossier: Counted.code(number), event: event.1))
            }
        }
        let data = ReportData(
            frame: Counted.frame(), counting: counting, catalogue: Counted.catalogue([procedure]),
            calendars: CalendarVersions(.init(general: Counted.calendar)))
        let tables = AgencyTable(data).report.tables
        // Twelve times half a minute less than sixteen hours, and half a minute more than one.
        #expect(tables[0].fields.first { $0[1] == Counted.agency().description }?[10] == "191.9")
        #expect(tables[1].fields.first { $0[0] == police.description }?[2] == "12.1")
    }
}
