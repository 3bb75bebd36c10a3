import Testing

@testable import Dossiers

@Suite("The eve of an appointment")
struct ApologyRulingTests {
    @Test("The first of all calendars' eves is never after that by which a dossier is counted")
    func Dieu15_1_firstEve() throws {
        let general = try Calendars.kontum()
        // One that is closed before the Tuesday, and so asks on the Friday.
        let closed = WorkingCalendar.Holiday(
            from: try Calendars.day("2026-11-30"), to: try Calendars.day("2026-11-30"), name: "Nghỉ")
        let other = WorkingCalendar(
            hours: general.hours, holidays: general.holidays + [closed], workdays: general.workdays,
            specialDays: [], decidedUntil: general.decidedUntil, validFrom: nil, dueRule: .hour)
        let agency = try #require(AgencyCode("000.00.10.H34"))
        let calendars = CalendarVersions(.init(general: general, agencies: [agency: other]))
        let due = try Calendars.day("2026-12-01")
        #expect(ApologyRuling.eve(of: due, general) == (try Calendars.day("2026-11-30")))
        #expect(ApologyRuling.eve(of: due, other) == (try Calendars.day("2026-11-27")))
        #expect(ApologyRuling.firstEve(of: due, calendars) == (try Calendars.day("2026-11-27")))
        #expect(
            ApologyRuling.firstEve(of: due, CalendarVersions(.init(general: general)))
                == (try Calendars.day("2026-11-30")))
    }
}
