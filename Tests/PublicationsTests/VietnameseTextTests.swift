import Dossiers
import Publications
import Testing

@Suite("Times and sums in Vietnamese")
struct VietnameseTextTests {
    @Test("A day below 10 and the first two months have a leading zero")
    func days() throws {
        #expect(VietnameseText.day(try #require(Day("2026-02-05"))) == "ngày 05 tháng 02 năm 2026")
        #expect(VietnameseText.day(try #require(Day("2026-03-15"))) == "ngày 15 tháng 3 năm 2026")
        #expect(VietnameseText.short(try #require(Day("2026-03-05"))) == "05/03/2026")
    }

    @Test("A time is told to the minute")
    func moments() throws {
        let moment = try #require(Moment("2026-11-27T09:05:59+07:00"))
        #expect(VietnameseText.moment(moment) == "09 giờ 05 phút, ngày 27 tháng 11 năm 2026")
        #expect(VietnameseText.short(moment) == "27/11/2026 09:05")
    }

    @Test(
        "Dots part thousands",
        arguments: [
            (0, "0"), (999, "999"), (1000, "1.000"), (200_000, "200.000"), (1_234_567, "1.234.567"), (-999, "-999"),
            (-1000, "-1.000"), (.max, "9.223.372.036.854.775.807"), (.min, "-9.223.372.036.854.775.808"),
        ])
    func numbers(number: Int, expected: String) { #expect(VietnameseText.number(number) == expected) }
}
