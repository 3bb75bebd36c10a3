import Bytes
import Dossiers
import Publications
import Testing

@Suite("The public page of the offices")
struct OfficesPageTests {
    private let police = Counted.agency("000.00.18.H34")

    private func page(_ language: SiteLanguage = .vi, today: String = "2026-11-23") throws -> String {
        let general = Counted.calendar
        let week = try #require(WorkingCalendar.Period(from: 8 * 60, to: 12 * 60))
        let special = try #require(WorkingCalendar.Period(from: 9 * 60, to: 10 * 60))
        let own = WorkingCalendar(
            hours: general.hours.merging([.saturday: [week]]) { $1 }, holidays: general.holidays,
            specialDays: [
                WorkingCalendar.SpecialDay(date: Counted.day("2026-11-28"), periods: [special], name: "Cấp lưu động")
            ], decidedUntil: general.decidedUntil)
        var agencies = Counted.catalogue().agencies
        agencies[police]?.address = "1 Phan <Đình> Phùng"
        agencies[police]?.until = Counted.day("2026-12-31")
        let site = PublishedSite(
            name: "Kon Tum", asOf: Counted.moment("2026-11-23T17:00"), today: Counted.day(today), ledgerNumber: 42,
            catalogue: Catalogue(agencies: Array(agencies.values), procedures: []),
            calendars: CalendarVersions(.init(general: general, agencies: [police: own])), limits: .init())
        let file = try #require(site.pages(language).first { $0.path == "\(language.rawValue)/offices.html" })
        return String(decoding: file.content, as: UTF8.self)
    }

    @Test("An agency that keeps hours of its own has them beside the general ones, on single days too")
    func Dieu8_1a_ownHours() throws {
        let text = try page()
        #expect(text.contains("Giờ làm việc riêng: Công an tỉnh</caption>"))
        #expect(text.contains("08:00–12:00"))
        let day = try #require(text.firstRange(of: "28/11/2026"))
        let row = text[day.lowerBound...].prefix { !$0.isNewline }
        #expect(row.contains("Công an tỉnh") && row.contains("09:00–10:00") && row.contains("Cấp lưu động"))
        #expect(try page(.en).contains("Hours of their own: <span lang=\"vi\">Công an tỉnh</span></caption>"))
    }

    @Test("An address is shown where it is given")
    func Dieu7_2a_address() throws {
        #expect(try page().contains("<small>1 Phan &lt;Đình&gt; Phùng</small>"))
    }

    @Test("What the pages say of agencies is as of today, though the ledger is quiet")
    func today() throws {
        #expect(try !page(today: "2027-01-01").contains("Công an tỉnh"))
    }
}
