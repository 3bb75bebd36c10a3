import Dossiers
import Testing

@Suite("Agency codes")
struct AgencyCodeTests {
    @Test(
        "A code is of one of the two shapes",
        arguments: ["000.00.10.H34", "000.00.10.H345", "H37", "H375", "H37.02.02", "H37.1.22.333.4"])
    func taken(text: String) throws {
        #expect(try #require(AgencyCode(text)).description == text)
        #expect(AgencyCode(text.utf8.span)?.description == text)
    }

    @Test(
        "Anything else is no code",
        arguments: [
            "", "H3", "H3456", "h37", "H37.", "H37..1", ".H37", "H37.1234", "H37.a", "H37.1.2.3.4.5", "37.02.02",
            "00.00.10.H34", "000.00.10.34", "000.00.1.H34", "000.00.10.H34.1", "000.00.10.H34 ", "000-00.10.H34",
            "000.00.10.H３4",
        ])
    func refused(text: String) {
        #expect(AgencyCode(text) == nil)
        #expect(AgencyCode(text.utf8.span) == nil)
    }
}
