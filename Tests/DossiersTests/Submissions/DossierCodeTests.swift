import Dossiers
import Testing

@Suite("Dossier codes")
struct DossierCodeTests {
    @Test(
        "A code is read back as it was written",
        arguments: ["000.00.10.H34-261123-0001", "H37.02.02-261123-9999", "000.00.10.H34-261123-10000"])
    func roundTrip(text: String) throws {
        #expect(try #require(DossierCode(text)).description == text)
    }

    @Test(
        "Anything else is no code",
        arguments: [
            "", "000.00.10.H34-261123", "000.00.10.H34-261123-0000", "000.00.10.H34-261323-0001",
            "000.00.10.H34-261123-001", "000.00.10.H34-261123-00010", "000.00.10.h34-261123-0001",
            "../../etc-261123-0001", "000.00.10.H34-261123-0001-1", "000.00.10.H34-２６１１２３-0001",
        ])
    func refused(text: String) {
        #expect(DossierCode(text) == nil)
    }
}
