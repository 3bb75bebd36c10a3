import Dossiers
import Publications
import Testing

@Suite("The name of a letter")
struct LetterNameTests {
    private static let kinds =
        NoticeKind.allCases.map(LetterName.Kind.notice) + AgencyLetter.Kind.allCases.map(LetterName.Kind.list)

    @Test("says when, about what, which, and which event")
    func text() throws {
        let now = try #require(Moment("2026-11-23T15:15:02+07:00"))
        let name = LetterName(.notice(.receipt), about: "000.00.10.H34-261123-0001", at: now, eventNumber: 17)
        #expect(name.description == "20261123T081502Z-000.00.10.H34-261123-0001-receipt-17.eml")
    }

    @Test("is read back as it was written, of every kind and whatever it is about", arguments: kinds)
    func readBack(kind: LetterName.Kind) throws {
        let now = try #require(Moment("2026-11-23T23:59:59+07:00"))
        let long = String(repeating: "x-", count: 200)
        for about in ["000.00.10.H34-261123-0001", "H34", "hồ sơ số 1", "", "-receipt-5", "a-b-result-7.eml", long] {
            let name = LetterName(kind, about: about, at: now, eventNumber: 1_234_567)
            #expect(LetterName(path: "notices/\(name)") == name, "\(name)")
        }
        #expect(Self.kinds.count { $0.word == kind.word } == 1)
    }

    @Test(
        "is nothing but a whole one",
        arguments: [
            "", "x", ".eml", "x-receipt-17.eml", "20261123T081502Z-receipt-17.eml", "20261123T081502Z--receipt-17.eml",
            "20261123T081502Z-A-17.eml", "20261123T081502Z-A-letter-17.eml", "20261123T081502Z-A-receipt-.eml",
            "20261123T081502Z-A-receipt-017.eml", "20261123T081502Z-A-receipt--17.eml",
            "20261123T081502Z-A-receipt-17.eml~", "20261123T081502Z-A-receipt-17.EML",
            "20261323T081502Z-A-receipt-17.eml",
            "20261123T251502Z-A-receipt-17.eml", "20261123T081502+-A-receipt-17.eml",
            ".20261123T081502Z-A-receipt-17.eml",
            "20261123T081502Z-Ạ-receipt-17.eml", "20261123T081502Z-A-receipt-99999999999999999999.eml",
            "20261123T081502Z_A-receipt-17.eml",
        ])
    func noLetter(text: String) {
        #expect(LetterName(Array(text.utf8)) == nil)
    }
}
