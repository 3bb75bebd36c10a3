import Dossiers
import Publications
import Testing

/// What reports make of an extension, which puts off a due time and undoes none.
@Suite("Extended dossiers in reports")
struct ExtendedDossierTests {
    private let code = Counted.code(1)

    /// Complete on Monday 16/11 at 09:00, due on Thursday 19/11 at 09:00, and given until the end of Thursday 26/11.
    private func events(extendedAt: String, pausedAt: String? = nil, result: String? = nil)
        -> [(String, DossierCode?, Event)]
    {
        let granted = Extension(
            by: Counted.agency(), reason: "xác minh", newDate: Counted.moment("2026-11-26T17:00"), approvedBy: "GĐ")
        var events: [(String, DossierCode?, Event)] = [
            ("2026-11-16T08:00", code, Counted.received()),
            ("2026-11-16T09:00", code, Counted.completed("2026-11-16T09:00")),
        ]
        if let pausedAt { events.append((pausedAt, code, .paused(.supplement))) }
        events.append((extendedAt, code, .extended(granted)))
        if let result { events.append((result, code, Counted.result())) }
        return events
    }

    /// How often the dossier stands in a report: in the late list, as late in the figures by hours, in those by days.
    private func late(_ data: ReportData) throws -> [Int] {
        let sla = try SLATable(data, by: .agency).rows
        let hours = sla.reduce(0) { $0 + $1.count(.resultOverdue) + $1.count(.resolvedLate) }
        let ranking = AgencyTable(data).report.tables[0]
        let places = ranking.columns.indices.filter { ["late", "overdue"].contains(ranking.columns[$0].key) }
        let ranked = ranking.fields.reduce(0) { sum, row in
            places.reduce(sum) { $0 + (Int(row[$1]) ?? 0) }
        }
        let days = try NationalTable(data).rows.reduce(0) { $0 + $1.count(.late, .pendingLate) }
        return [LateList(data).items.count, hours, ranked, days]
    }

    @Test(
        "What was due when an extension came stays late in every report, by hours and by days, before its result and after it",
        arguments: [
            ("2026-11-18T16:00", 0, 0), ("2026-11-19T09:00", 0, 0), ("2026-11-19T09:01", 1, 0),
            ("2026-11-20T08:00", 1, 1),
        ])
    func Dieu8_1a_extendedWhenLate(at: String, byHours: Int, byDays: Int) throws {
        let expected = [byHours, byHours, byHours, byDays]
        #expect(try late(Counted.data(events(extendedAt: at))) == expected)
        let answered = events(extendedAt: at, result: "2026-11-25T10:00")
        #expect(try late(Counted.data(answered, from: "2026-11-25", to: "2026-11-25"))[0] == byHours)
        #expect(try late(Counted.data(answered, from: "2026-11-01", to: "2026-11-30")) == expected)
        // Past the new date it is late either way.
        let never = Counted.data(events(extendedAt: at), to: "2026-11-27")
        #expect(try late(never) == [1, 1, 1, 1])
    }

    @Test(
        "An extension that comes while the clock stands is judged by when that came to stand",
        arguments: [("2026-11-18T10:00", 0), ("2026-11-19T10:00", 1)])
    func Dieu8_1a_extendedInPause(pausedAt: String, count: Int) {
        let data = Counted.data(events(extendedAt: "2026-11-20T08:00", pausedAt: pausedAt))
        #expect(LateList(data).items.count == count)
    }

    @Test(
        "What another calendar moves past its extension is late no more, whether a person's word or a clock that runs again moved it",
        arguments: [
            ("2026-11-20T09:00", 0, true), ("2026-11-20T09:00", 0, false), ("2026-11-19T15:59", 1, true),
            ("2026-11-19T15:59", 1, false),
        ])
    func Dieu8_1a_movedPastItsExtension(result: String, count: Int, isRecounted: Bool) throws {
        var moved = Deadlines(
            from: Counted.moment("2026-11-16T09:00"), handOver: Counted.moment("2026-11-16T15:00"),
            result: Counted.moment(result), provisional: false)
        moved.extendedTo = Counted.moment("2026-11-26T17:00")
        let event: Event =
            isRecounted
            ? .recounted(
                Recount(
                    deadlines: moved, former: Counted.moment("2026-11-26T17:00"), by: "hoa", reason: "nghỉ bão"))
            : .resumed(moved)
        let pause: [(String, DossierCode?, Event)] = [("2026-11-20T14:00", code, .paused(.supplement))]
        let events =
            events(extendedAt: "2026-11-19T16:00") + (isRecounted ? [] : pause)
            + [("2026-11-20T15:00", code, event)]
        #expect(LateList(Counted.data(events)).items.count == count)
        try Counted.expectKept(events)
    }

    @Test("A new date counts for the agency that gave it, though another has the dossier since")
    func Dieu8_1a_extendedByFormerAgency() throws {
        let other = Counted.agency("000.00.18.H34")
        let due = try #require(
            Deadlines(
                procedure: Counted.procedure(), calendar: Counted.calendar, from: Counted.moment("2026-11-16T09:00")))
        func extended(_ rerouted: String) -> [String: String] {
            let events =
                events(extendedAt: "2026-11-18T16:00")
                + [(rerouted, code, .rerouted(to: other, PersonalAct(by: "hoa", reason: "x"), due))]
            let table = AgencyTable(Counted.data(events.sorted { $0.0 < $1.0 })).report.tables[0]
            let column = table.columns.firstIndex { $0.key == "extended" } ?? 0
            return Dictionary(uniqueKeysWithValues: table.fields.map { ($0[1], $0[column]) })
        }
        let agency = Counted.agency().description
        #expect(extended("2026-11-18T17:00") == [agency: "1", other.description: "0"])
        #expect(extended("2026-11-18T15:00") == [agency: "0", other.description: "1"])
    }

    @Test(
        "The late list has the new date beside the former one, the agencies' table counts what was extended in the period"
    )
    func Dieu8_1a_newDates() throws {
        let data = Counted.data(events(extendedAt: "2026-11-20T08:00"), from: "2026-11-20")
        let table = LateList(data).table
        let row = Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.key), try #require(table.fields.first)))
        #expect(row["due"] == "2026-11-19T09:00:00+07:00")
        #expect(row["newDate"] == "2026-11-26T17:00:00+07:00")
        func extended(from: String) throws -> String? {
            let data = Counted.data(events(extendedAt: "2026-11-20T08:00"), from: from)
            let table = AgencyTable(data).report.tables[0]
            let column = try #require(table.columns.firstIndex { $0.key == "extended" })
            return table.fields.first { $0[1] == Counted.agency().description }?[column]
        }
        #expect(try extended(from: "2026-11-20") == "1")
        #expect(try extended(from: "2026-11-21") == "0")
    }

    @Test("Officers and reminders go by the date that the citizen has")
    func Dieu9_6_newDate() {
        let data = Counted.data(events(extendedAt: "2026-11-20T08:00"), to: "2026-11-25")
        #expect(WorkList(data).items.map(\.until) == [Counted.moment("2026-11-26T17:00")])
        #expect(
            Reminders(data, since: Counted.day("2026-11-21")).items.map(\.due) == [Counted.moment("2026-11-26T17:00")])
    }

    @Test(
        "A table and a tally hold an extension as it was counted", arguments: ["2026-11-18T16:00", "2026-11-20T08:00"])
    func kept(at: String) throws {
        try Counted.expectKept(events(extendedAt: at))
    }
}
