import Dossiers
import Testing

@Suite struct WorkingCalendarTests {
    @Test(
        "The worked examples of the field give the days that officers count by hand",
        arguments: [
            // 24/11 is off: Wednesday, Thursday, Friday.
            ("2026-11-23 14:00", 3, "2026-11-27 14:00"),
            // Saturday 22/8 is worked.
            ("2026-08-21 16:00", 1, "2026-08-22 16:00"),
            // 31/8, 1/9 and 2/9 are off.
            ("2026-08-28 10:00", 2, "2026-09-04 10:00"),
        ])
    func workedExamples(start: String, days: Int, due: String) throws {
        let calendar = try Calendars.kontum()
        let deadline = calendar.deadline(after: try Calendars.moment(start), workingDays: days)
        #expect(deadline == (try Calendars.moment(due)))
    }

    @Test("A calendar that misses 24/11 gives a day too early")
    func cultureDayMatters() throws {
        let calendar = try Calendars.kontum(without: "2026-11-24")
        let deadline = calendar.deadline(after: try Calendars.moment("2026-11-23 14:00"), workingDays: 3)
        #expect(deadline == (try Calendars.moment("2026-11-26 14:00")))
    }

    @Test(
        "The hand-over is due after half a working day, across a holiday and across lunch",
        arguments: [
            ("2026-11-23 14:00", "2026-11-25 08:00"),
            // Four hours from 09:00 are two before lunch and two after it.
            ("2026-11-25 09:00", "2026-11-25 15:00"),
            // The morning's end is that end, not the afternoon's beginning.
            ("2026-11-25 07:00", "2026-11-25 11:00"),
            ("2026-11-25 13:00", "2026-11-25 17:00"),
        ])
    func handOver(start: String, due: String) throws {
        let calendar = try Calendars.kontum()
        #expect(calendar.handOverDeadline(after: try Calendars.moment(start)) == (try Calendars.moment(due)))
    }

    @Test(
        "A clock that would start outside working hours starts at the next working minute",
        arguments: [
            ("2026-11-25 05:00", "2026-11-25 08:00"), ("2026-11-25 11:00", "2026-11-25 14:00"),
            ("2026-11-25 12:15", "2026-11-25 14:00"), ("2026-11-27 17:00", "2026-11-30 08:00"),
            ("2026-11-28 09:00", "2026-11-30 08:00"), ("2026-11-24 09:00", "2026-11-25 08:00"),
        ])
    func startsAtTheNextWorkingMinute(start: String, due: String) throws {
        let calendar = try Calendars.kontum()
        #expect(
            calendar.deadline(after: try Calendars.moment(start), workingMinutes: 60) == (try Calendars.moment(due)))
    }

    @Test("Seconds count: half a minute is left of this day, and half falls on the next")
    func secondsCount() throws {
        let calendar = try Calendars.kontum()
        let deadline = calendar.deadline(after: try Calendars.moment("2026-11-25 16:59:30"), workingMinutes: 1)
        #expect(deadline == (try Calendars.moment("2026-11-26 07:00:30")))
    }

    @Test("A deadline keeps the offset that its beginning was told at")
    func keepsTheOffset() throws {
        let deadline = try Calendars.kontum().deadline(after: try Calendars.moment("2026-11-23 14:00"), workingDays: 3)
        #expect(deadline?.description == "2026-11-27T14:00:00+07:00")
    }

    @Test("No working time at all is due at once within a period, and at the next one outside")
    func nothingToDo() throws {
        let calendar = try Calendars.kontum()
        let inside = try Calendars.moment("2026-11-25 16:12")
        #expect(calendar.deadline(after: inside, workingMinutes: 0) == inside)
        #expect(
            calendar.deadline(after: try Calendars.moment("2026-11-25 12:00"), workingMinutes: 0)
                == (try Calendars.moment("2026-11-25 13:00")))
    }

    @Test(
        "Calendar days end at the close of the last, or of the next working day where that is off",
        arguments: [
            ("2026-11-25 09:00", 1, "2026-11-26 17:00"), ("2026-11-23 14:00", 1, "2026-11-25 17:00"),
            ("2026-11-20 14:00", 1, "2026-11-23 17:00"), ("2026-11-21 20:00", 2, "2026-11-23 17:00"),
            ("2026-08-21 08:00", 1, "2026-08-22 17:00"), ("2026-08-28 10:00", 3, "2026-09-03 17:00"),
            ("2026-02-10 10:00", 5, "2026-02-23 17:00"), ("2026-11-25 09:00", 0, "2026-11-25 17:00"),
        ])
    func calendarDays(start: String, days: Int, due: String) throws {
        let calendar = try Calendars.kontum()
        #expect(
            calendar.deadline(after: try Calendars.moment(start), calendarDays: days) == (try Calendars.moment(due)))
    }

    @Test("Past the decided days a deadline is provisional, from the first minute of the next day on")
    func provisional() throws {
        let calendar = try Calendars.kontum()
        #expect(!calendar.isProvisional(try Calendars.moment("2026-12-31 23:59:59")))
        #expect(calendar.isProvisional(try Calendars.moment("2027-01-01 00:00")))
        #expect(!WorkingCalendar(hours: [:]).isProvisional(try Calendars.moment("2096-01-01 00:00")))
    }

    @Test("A worked day takes the hours of the weekday that it replaces, else those of an ordinary day")
    func workedDays() throws {
        let long = try #require(WorkingCalendar.Period(from: 420, to: 900))
        let short = try #require(WorkingCalendar.Period(from: 480, to: 660))
        let calendar = WorkingCalendar(
            hours: [.monday: [long], .tuesday: [long], .friday: [short]],
            workdays: [
                .init(
                    date: try Calendars.day("2026-11-28"), instead: try Calendars.day("2026-11-27"), name: "a Friday's"),
                .init(
                    date: try Calendars.day("2026-11-29"), instead: try Calendars.day("2026-11-25"),
                    name: "an off day's"),
                .init(date: try Calendars.day("2026-12-05"), instead: nil, name: "nobody's"),
            ])
        #expect(calendar.periods(on: try Calendars.day("2026-11-28")) == [short])
        #expect(calendar.periods(on: try Calendars.day("2026-11-29")) == [long])
        #expect(calendar.periods(on: try Calendars.day("2026-12-05")) == [long])
        #expect(!calendar.isWorkingDay(try Calendars.day("2026-11-27")), "the day that was worked before is off")
        #expect(calendar.isWorkingDay(try Calendars.day("2026-11-30")))
    }

    @Test("An ordinary day is what most weekdays have, and of those the most")
    func ordinaryDay() throws {
        let eight = try [Calendars.morning, Calendars.afternoon].map {
            try #require(WorkingCalendar.Period(from: $0.from, to: $0.to))
        }
        let four = Array(eight.prefix(1))
        #expect(try Calendars.kontum().ordinaryDayMinutes == 480)
        #expect(WorkingCalendar(hours: [.monday: eight, .tuesday: eight, .saturday: four]).ordinaryDayMinutes == 480)
        #expect(WorkingCalendar(hours: [.monday: eight, .saturday: four]).ordinaryDayMinutes == 480)
        #expect(WorkingCalendar(hours: [.monday: eight, .friday: four, .saturday: four]).ordinaryDayMinutes == 240)
        #expect(WorkingCalendar(hours: [:]).ordinaryDayMinutes == 0)
    }

    @Test("Periods are kept in order, and one that is empty or leaves the day is none")
    func periods() throws {
        let late = try #require(WorkingCalendar.Period(from: 1380, to: 1440))
        let early = try #require(WorkingCalendar.Period(from: 0, to: 1))
        let calendar = WorkingCalendar(hours: [.monday: [late, early]])
        #expect(calendar.periods(on: try Calendars.day("2026-11-23")) == [early, late])
        #expect(WorkingCalendar.Period(from: 10, to: 10) == nil)
        #expect(WorkingCalendar.Period(from: 11, to: 10) == nil)
        #expect(WorkingCalendar.Period(from: -1, to: 10) == nil)
        #expect(WorkingCalendar.Period(from: 0, to: 1441) == nil)
    }

    @Test(
        "Working minutes between two moments leave out lunch, nights, weekends and holidays",
        arguments: [
            ("2026-11-23 14:00", "2026-11-27 14:00", 1440), ("2026-11-25 10:30", "2026-11-25 13:30", 60),
            ("2026-11-24 00:00", "2026-11-24 23:59", 0), ("2026-11-27 16:59:31", "2026-11-30 07:00:30", 0),
            ("2026-11-27 16:59:30", "2026-11-30 07:00:30", 1), ("2026-11-27 14:00", "2026-11-23 14:00", 0),
            ("2026-08-17 00:00", "2026-08-24 00:00", 2880),
        ])
    func minutesBetween(start: String, end: String, minutes: Int) throws {
        let calendar = try Calendars.kontum()
        #expect(calendar.workingMinutes(from: try Calendars.moment(start), to: try Calendars.moment(end)) == minutes)
    }

    @Test("A calendar without working time, or with too little of it, ends the search with nothing")
    func endlessSearchIsBounded() throws {
        let start = try Calendars.moment("2026-11-23 14:00")
        let idle = WorkingCalendar(hours: [:])
        #expect(idle.deadline(after: start, workingMinutes: 1) == nil)
        #expect(idle.deadline(after: start, calendarDays: 1) == nil)
        #expect(idle.deadline(after: start, workingDays: 1) == nil)
        #expect(idle.workingMinutes(from: start, to: start.advanced(bySeconds: 86_400_000)) == 0)
        let calendar = try Calendars.kontum()
        #expect(calendar.deadline(after: start, workingMinutes: .max) == nil)
        #expect(calendar.deadline(after: start, workingDays: .max) == nil)
        #expect(calendar.deadline(after: start, calendarDays: .max) == nil)
        let allOff = WorkingCalendar(
            hours: calendar.hours,
            holidays: [.init(from: try Calendars.day("0001-01-01"), to: try Calendars.day("9999-12-31"), name: "Nghỉ")])
        #expect(allOff.deadline(after: start, workingMinutes: 1) == nil)
    }

    @Test("A half day gives half its time by the hour, and is a day where days are counted")
    func halfDay() throws {
        let morning = try #require(WorkingCalendar.Period(from: 420, to: 660))
        let half = WorkingCalendar.SpecialDay(
            date: try Calendars.day("2026-11-26"), periods: [morning], name: "Nghỉ chiều")
        let start = try Calendars.moment("2026-11-25 14:00")
        let byHour = try Calendars.kontum(with: [half])
        #expect(byHour.periods(on: half.date) == [morning])
        #expect(byHour.nature(of: half.date) == .otherHours(name: "Nghỉ chiều"))
        #expect(byHour.deadline(after: start, workingDays: 1) == (try Calendars.moment("2026-11-27 08:00")))
        let byDay = try Calendars.kontum(with: [half], dueRule: .endOfDay)
        #expect(byDay.deadline(after: start, workingDays: 1) == (try Calendars.moment("2026-11-26 11:00")))
    }

    @Test(
        "By the day the first is not counted, and the last is over at its close",
        arguments: [
            ("2026-11-23 14:00", 3, "2026-11-27 17:00"), ("2026-08-21 16:00", 1, "2026-08-22 17:00"),
            ("2026-08-28 10:00", 2, "2026-09-04 17:00"), ("2026-11-23 06:00", 1, "2026-11-25 17:00"),
            ("2026-11-28 09:00", 1, "2026-11-30 17:00"), ("2026-11-27 20:00", 1, "2026-11-30 17:00"),
        ])
    func endOfDay(start: String, days: Int, due: String) throws {
        let calendar = try Calendars.kontum(dueRule: .endOfDay)
        #expect(calendar.deadline(after: try Calendars.moment(start), workingDays: days) == (try Calendars.moment(due)))
    }

    @Test(
        "A pause moves a deadline by the working time that it took",
        arguments: [
            // Half an afternoon.
            ("2026-11-25 15:00", "2026-11-25 17:00", "2026-11-27 16:00"),
            // From one afternoon to the next: a day.
            ("2026-11-25 14:00", "2026-11-26 14:00", "2026-11-30 14:00"),
            // A night and a day off take nothing.
            ("2026-11-23 17:00", "2026-11-25 07:00", "2026-11-27 14:00"),
            // After the due moment it is too late to pause.
            ("2026-11-27 14:00", "2026-11-30 14:00", "2026-11-27 14:00"),
        ])
    func pauses(from: String, until: String, due: String) throws {
        let pause = Pause(
            cause: .supplement, from: try Calendars.moment(from), to: try Calendars.moment(until))
        let deadline = try Calendars.kontum().deadline(
            after: try Calendars.moment("2026-11-23 14:00"), workingDays: 3, pauses: [pause])
        #expect(deadline == (try Calendars.moment(due)))
    }

    @Test("While a pause has no end there is no due moment, unless it came before")
    func endlessPause() throws {
        let calendar = try Calendars.kontum()
        let start = try Calendars.moment("2026-11-23 14:00")
        let pause = Pause(cause: .payment, from: try Calendars.moment("2026-11-26 09:00"))
        #expect(calendar.deadline(after: start, workingDays: 3, pauses: [pause]) == nil)
        #expect(calendar.deadline(after: start, calendarDays: 9, pauses: [pause]) == nil)
        #expect(
            calendar.deadline(after: start, workingDays: 1, pauses: [pause])
                == (try Calendars.moment("2026-11-25 14:00"))
        )
    }

    @Test(
        "The national rule: the same day, after 15:00 the next opening",
        arguments: [
            ("2026-11-25 14:00", "2026-11-25 17:00"), ("2026-11-25 15:00", "2026-11-25 17:00"),
            ("2026-11-25 15:00:01", "2026-11-26 07:00"), ("2026-11-23 16:00", "2026-11-25 07:00"),
            ("2026-11-27 18:00", "2026-11-30 07:00"), ("2026-11-28 18:00", "2026-11-30 17:00"),
            ("2026-11-25 05:00", "2026-11-25 17:00"),
        ])
    func Dieu14_4_sameDayRule(start: String, due: String) throws {
        let calendar = try Calendars.kontum()
        #expect(calendar.sameDayHandOver(after: try Calendars.moment(start)) == (try Calendars.moment(due)))
    }

    @Test("Both hand-over rules are kept side by side")
    func Dieu14_4_bothRules() throws {
        let agency = try #require(AgencyCode("000.00.10.H34"))
        let procedure = Procedure(
            code: "1", name: "n", sector: "s", level: 4, agency: agency, time: .workingDays(3), components: [],
            result: "r")
        let calendar = try Calendars.kontum()
        let now = try #require(
            Deadlines(procedure: procedure, calendar: calendar, from: try Calendars.moment("2026-11-23 14:00")))
        #expect(now.handOver == (try Calendars.moment("2026-11-25 08:00")))
        #expect(now.sameDayHandOver == (try Calendars.moment("2026-11-23 17:00")))
        let old = try #require(
            Deadlines(procedure: procedure, calendar: calendar, from: try Calendars.moment("2018-06-20 14:00")))
        #expect(old.sameDayHandOver == nil)
    }

    @Test(
        "The stricter hand-over is the earlier of both rules, and neither runs while the clock stands",
        arguments: [
            ("2026-11-23 14:00", nil, nil, "2026-11-23 17:00"), ("2026-11-25 07:30", nil, nil, "2026-11-25 13:30"),
            ("2018-06-20 14:00", nil, nil, "2018-06-21 08:00"),
            ("2026-11-23 14:00", "2026-11-23 15:00", "2026-11-25 10:00", "2026-11-25 15:00"),
            ("2026-11-23 14:00", "2026-11-23 15:00", "2026-11-25 15:30", "2026-11-26 07:00"),
            ("2026-11-23 14:00", "2026-11-23 17:30", "2026-11-25 15:30", "2026-11-23 17:00"),
            ("2026-11-23 14:00", "2026-11-23 15:00", nil, nil),
        ] as [(String, String?, String?, String?)])
    func Dieu14_4_strict(start: String, pausedAt: String?, resumedAt: String?, due: String?) throws {
        let calendar = try Calendars.kontum()
        let end = try resumedAt.map { try Calendars.moment($0) }
        let pause = try pausedAt.map { Pause(cause: .supplement, from: try Calendars.moment($0), to: end) }
        let found = calendar.strictHandOver(after: try Calendars.moment(start), pauses: [pause].compactMap { $0 })
        #expect(try found == due.map { try Calendars.moment($0) })
    }

    @Test("An agency's own hours and the version of the day of receipt count for its dossiers")
    func Dieu8_1a_versions() throws {
        let agency = try #require(AgencyCode("000.00.31.H34"))
        let other = try #require(AgencyCode("000.00.10.H34"))
        let saturday = try #require(WorkingCalendar.Period(from: 420, to: 660))
        let first = try Calendars.kontum(without: "2026-11-24")
        let second = try Calendars.kontum(validFrom: "2026-11-01")
        let own = WorkingCalendar(
            hours: second.hours.merging([.saturday: [saturday]]) { $1 }, holidays: second.holidays,
            validFrom: second.validFrom)
        let calendars = CalendarVersions(
            .init(general: first), later: [.init(general: second, agencies: [agency: own])])
        let before = try Calendars.day("2026-10-31")
        let after = try Calendars.day("2026-11-01")
        #expect(calendars.calendar(for: agency, on: before) == first)
        #expect(calendars.calendar(for: other, on: after) == second)
        #expect(calendars.calendar(for: agency, on: after) == own)
        #expect(calendars.version(on: try Calendars.day("2000-01-01")).general == first)
        let start = try Calendars.moment("2026-11-27 16:00")
        #expect(own.deadline(after: start, workingMinutes: 120) == (try Calendars.moment("2026-11-28 08:00")))
        #expect(second.deadline(after: start, workingMinutes: 120) == (try Calendars.moment("2026-11-30 08:00")))
    }
}
