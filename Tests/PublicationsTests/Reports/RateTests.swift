import Publications
import Testing

@Suite("Rates")
struct RateTests {
    @Test(
        "A share is rounded to a tenth of a per cent, half upwards",
        arguments: [
            (1, 3, "33,3%", "33.3"), (2, 3, "66,7%", "66.7"), (1, 2000, "0,1%", "0.1"), (1, 2001, "0,0%", "0.0"),
            (5, 5, "100,0%", "100.0"), (0, 7, "0,0%", "0.0"),
        ])
    func rounding(part: Int, whole: Int, vietnamese: String, plain: String) {
        #expect(Rate(part, of: whole).vietnamese == vietnamese)
        #expect(Rate(part, of: whole).plain == plain)
    }

    @Test("A share of nothing is a dash in every format")
    func ofNothing() {
        #expect(Rate(0, of: 0).vietnamese == "—")
        #expect(Rate(0, of: 0).plain == "—")
    }
}
