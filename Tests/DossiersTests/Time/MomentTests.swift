import Dossiers
import Testing

@Suite("Moments and days")
struct MomentTests {
    @Test(
        "A time is read back as it was written",
        arguments: ["2026-11-27T14:00:00+07:00", "1969-12-31T23:59:59-03:30", "2000-02-29T00:00:00+00:00"])
    func roundTrip(text: String) throws {
        #expect(try #require(Moment(text)).description == text)
    }

    @Test("A fraction is dropped, and Z is Greenwich")
    func fraction() {
        #expect(Moment("2026-11-27T07:00:00.999Z") == Moment("2026-11-27T14:00:00+07:00"))
    }

    @Test(
        "Anything else is no time",
        arguments: [
            "", "2026-11-27", "2026-11-27T14:00:00", "2026-02-29T14:00:00Z", "2026-11-27T24:00:00Z",
            "2026-11-27T14:00:00.Z", "2026-11-27T14:00:00+0700", "2026-11-27T14:00:00+07:00x", "2026-13-01T00:00:00Z",
        ])
    func refused(text: String) {
        #expect(Moment(text) == nil)
    }

    @Test("Days count on across leap years, and know their weekday")
    func days() throws {
        let day = try #require(Day("2024-02-28"))
        #expect(day.advanced(by: 1).description == "2024-02-29")
        #expect(day.advanced(by: 2).description == "2024-03-01")
        #expect(Day("2026-11-23")?.weekday == .monday)
        #expect(Day("1970-01-01")?.number == 0)
        #expect(Day("1970-01-01")?.weekday == .thursday)
    }
}
