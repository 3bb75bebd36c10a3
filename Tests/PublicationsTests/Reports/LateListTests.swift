import Dossiers
import Publications
import Testing

@Suite("Late list")
struct LateListTests {
    private let code = Counted.code(1)
    private let police = Counted.agency("000.00.18.H34")

    /// Complete on Monday 16/11 at 09:00, due on Thursday 19/11 at 09:00.
    private func data(
        _ events: [(String, Event)], from: String? = nil, to: String, coAgency: Bool = false
    ) -> ReportData {
        let procedure = Counted.procedure(coAgencies: coAgency ? [police] : [])
        let start: [(String, DossierCode?, Event)] = [
            ("2026-11-16T08:00", code, Counted.received(procedure)),
            ("2026-11-16T09:00", code, Counted.completed("2026-11-16T09:00", procedure)),
        ]
        return Counted.data(
            start + events.map { ($0.0, code, $0.1) }, from: from ?? to, to: to,
            catalogue: Counted.catalogue([procedure]))
    }

    private func fields(_ data: ReportData) throws -> [String: String] {
        let table = LateList(data).table
        let row = try #require(table.fields.first)
        return Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.key), row))
    }

    @Test("A dossier is late by whole working days and the hours beyond them, over weekend and holiday")
    func Dieu8_1a_howLate() throws {
        // From Thursday 09:00 to the end of Wednesday 25/11: Thursday 6 h, Friday 8, Monday 8, Tuesday off, Wednesday 8.
        let late = try fields(data([], to: "2026-11-25"))
        #expect(late["code"] == code.description)
        #expect(late["received"] == "2026-11-16T08:00:00+07:00")
        #expect(late["due"] == "2026-11-19T09:00:00+07:00")
        #expect(late["lateDays"] == "3")
        #expect(late["lateHours"] == "6.0")
        #expect(late["cause"] == "agency")
    }

    @Test("A dossier with its result on its due minute is not late; a second later it is, on that day's list only")
    func Dieu8_1a_toTheMinute() {
        #expect(LateList(data([("2026-11-19T09:00", Counted.result())], to: "2026-11-19")).items.isEmpty)
        let late = data([("2026-11-19T09:01", Counted.result())], to: "2026-11-19")
        #expect(LateList(late).items.map(\.minutes) == [1])
        #expect(LateList(data([("2026-11-19T09:01", Counted.result())], to: "2026-11-20")).items.isEmpty)
    }

    @Test("A period's list has all that came to its end late in the period, as the figures of the agencies have")
    func Dieu8_1a_period() throws {
        let events = [("2026-11-19T09:01", Counted.result())]
        func late(from: String, to: String) throws -> [String] {
            let data = data(events, from: from, to: to)
            let tables = LateList(data).report.tables
            let ranking = try #require(AgencyTable(data).report.tables.first)
            return tables.filter { ["late", "handover"].contains($0.id) }.map { String($0.rows.count) }
                + [ranking.fields[0][6]]
        }
        #expect(try late(from: "2026-11-01", to: "2026-12-31") == ["1", "1", "1"])
        #expect(try late(from: "2026-11-20", to: "2026-12-31") == ["0", "0", "0"])
        let reception = LateList(
            Counted.data(
                [
                    ("2026-11-16T08:00", code, Counted.received()), ("2026-11-16T08:00", code, .waiting(state: .held)),
                    ("2026-11-18T09:00", code, Counted.completed("2026-11-18T09:00")),
                ], from: "2026-11-01", to: "2026-11-30")
        ).report.tables[3]
        #expect(reception.fields.map { $0[0] } == [code.description])
    }

    @Test("A delay is put down to the co-agency that holds the dossier, and to the one without which there were none")
    func Dieu8_1b_coAgency() throws {
        let held = try fields(data([], to: "2026-11-20", coAgency: true))
        #expect(held["cause"] == "co-agency")
        #expect(held["holder"] == police.description)
        let given = try fields(
            data([("2026-11-19T10:00", Counted.result(by: police))], to: "2026-11-19", coAgency: true))
        #expect(given["cause"] == "co-agency")
        // A co-agency that held it for one hour cannot have made it six hours late.
        let short = try fields(
            data([("2026-11-16T10:00", Counted.result(by: police))], to: "2026-11-19", coAgency: true))
        #expect(short["cause"] == "agency")
        #expect(short["coAgencyHours"] == "1.0")
    }

    @Test("A pause is the citizen's alone, co-agencies side by side count once, and the hours sum up to the whole")
    func Dieu8_1b_hoursAddUp() throws {
        let army = Counted.agency("000.00.31.H34")
        let procedure = Counted.procedure(coAgencies: [police, army])
        let due = try #require(
            Deadlines(procedure: procedure, calendar: Counted.calendar, from: Counted.moment("2026-11-16T07:00")))
        let pause = Pause(
            cause: .supplement, from: Counted.moment("2026-11-16T08:00"), to: Counted.moment("2026-11-18T08:00"))
        let moved = try #require(due.resumed(after: [pause], procedure: procedure, calendar: Counted.calendar))
        // Due on Friday 20/11 at 17:00 after sixteen hours of pause; nine working hours late.
        let events: [(String, Event)] = [
            ("2026-11-16T07:00", Counted.received(procedure)), ("2026-11-16T07:00", .completed(due)),
            ("2026-11-16T08:00", .paused(.supplement)),
            ("2026-11-16T08:00", .waiting(state: .awaitingSupplement)), ("2026-11-18T08:00", .resumed(moved)),
            ("2026-11-18T09:00", Counted.result(by: police)), ("2026-11-18T10:00", Counted.result(by: army)),
            ("2026-11-25T08:00", Counted.result()),
        ]
        let data = Counted.data(
            events.map { ($0.0, code, $0.1) }, to: "2026-11-25", catalogue: Counted.catalogue([procedure]))
        let fields = try fields(data)
        #expect(fields["lateDays"] == "1")
        #expect(fields["lateHours"] == "1.0")
        #expect(fields["cause"] == "agency")
        #expect(fields["citizenHours"] == "16.0")
        // From 07:00 to 08:00 before the pause, and from 08:00 to 10:00 after it.
        #expect(fields["coAgencyHours"] == "3.0")
        #expect(fields["agencyHours"] == "30.0")
        let held = try #require(AgencyTable(data).report.tables.first { $0.id == "holding" })
        #expect(held.fields.contains([police.description, "0.0", "2.0"]))
        #expect(held.fields.contains([army.description, "0.0", "3.0"]))
    }

    @Test(
        "While a dossier waits for the citizen or the fee its clock stands, and the wait is shown; what was late before is the agency's",
        arguments: [
            (Pause.Cause.supplement, DossierState.awaitingSupplement, "citizenHours"),
            (.payment, .awaitingPayment, "feeHours"),
        ])
    func Dieu14_2_pauses(cause: Pause.Cause, state: DossierState, hours: String) throws {
        let early = data(
            [("2026-11-18T09:00", .paused(cause)), ("2026-11-18T09:00", .waiting(state: state))], to: "2026-11-23")
        #expect(LateList(early).items.isEmpty)
        let late = data(
            [("2026-11-19T11:00", .paused(cause)), ("2026-11-19T11:00", .waiting(state: state))], to: "2026-11-20")
        let fields = try fields(late)
        #expect(fields["cause"] == "agency")
        #expect(fields["lateHours"] == "2.0")
        #expect(fields[hours] == "12.0")
    }

    @Test("A pause that begins after the due minute adds nothing to the delay, nor to the agency's hours")
    func Dieu14_2_pauseOfALateOne() throws {
        let procedure = Counted.procedure()
        let due = try #require(
            Deadlines(procedure: procedure, calendar: Counted.calendar, from: Counted.moment("2026-11-16T09:00")))
        // Two hours late, then four days of waiting, then an hour more.
        let late = data(
            [
                ("2026-11-19T11:00", .paused(.supplement)), ("2026-11-25T11:00", .resumed(due)),
                ("2026-11-25T14:00", Counted.result()),
            ], to: "2026-11-25")
        let fields = try fields(late)
        #expect([fields["lateDays"], fields["lateHours"], fields["cause"]] == ["0", "3.0", "agency"])
        #expect(fields["agencyHours"] == "27.0")
    }

    @Test("The page names what was not handed over in half a working day, and what nobody looked at in a whole one")
    func Dieu14_4_clocks() {
        let held = Counted.code(2)
        let events: [(String, DossierCode?, Event)] = [
            ("2026-11-16T08:00", held, Counted.received()), ("2026-11-16T08:00", held, .waiting(state: .held)),
            ("2026-11-16T09:00", code, Counted.received()),
            ("2026-11-16T09:00", code, Counted.completed("2026-11-16T09:00")),
        ]
        let tables = LateList(Counted.data(events, to: "2026-11-17")).report.tables
        #expect(tables.map(\.id) == ["late", "reminders", "handover", "reception"])
        let (handOver, reception) = (tables[2], tables[3])
        #expect(handOver.fields.map { [$0[0], $0[3]] } == [[code.description, "2026-11-16T15:00:00+07:00"]])
        #expect(reception.fields.map { [$0[0], $0[3]] } == [[held.description, "2026-11-17T08:00:00+07:00"]])
    }
}
