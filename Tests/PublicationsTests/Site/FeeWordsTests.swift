import Bytes
import Dossiers
import Publications
import Testing

@Suite("What the public pages say of fees")
struct FeeWordsTests {
    @Test(
        "A fee is never said to be paid with a submission where nothing can be paid with one",
        arguments: zip([3, 4], ["nộp trực tiếp tại cơ quan giải quyết, trước khi nhận kết quả", "nộp khi nộp hồ sơ"]))
    func Dieu7_1b_whenToPay(level: Int, says: String) throws {
        let procedure = Procedure(
            code: "1.000001", name: "Cấp bản sao", sector: "Hộ tịch", level: level, agency: Counted.agency(),
            time: .workingDays(3), fee: .init(amount: 500_000, due: .submission), components: [], result: "Bản sao")
        let site = PublishedSite(
            name: "Kon Tum", asOf: Counted.moment("2026-11-23T17:00"), today: Counted.day("2026-11-23"),
            ledgerNumber: 42,
            catalogue: Catalogue(agencies: Array(Counted.catalogue().agencies.values), procedures: [procedure]),
            calendars: CalendarVersions(.init(general: Counted.calendar)), limits: .init())
        let pages = site.pages(.vi).map { String(decoding: $0.content, as: UTF8.self) }
        #expect(pages.count { $0.contains("500.000 đồng, \(says)") } == 2, "its own page, and the catalogue")
    }
}
