import Publications
import Testing

@Suite("Identifiers of letters")
struct MessageIdentifierTests {
    @Test(
        "What has no place in an identifier is replaced, and dots stand between two characters alone",
        arguments: [
            ("000.00.10.H34-261123-0001", "000.00.10.H34-261123-0001"), ("a@b <c>ộ", "a_b__c____"), (".a..b.", "a.b"),
            ("", "_"), ("...", ""),
        ])
    func about(text: String, expected: String) {
        let identifier = MessageIdentifier(about: text, kind: "receipt", number: 17, site: "H34")
        #expect(identifier.description == "<\(expected).receipt.17@H34.hoso>")
    }

    @Test("A word of a file's name has at most 100 characters, and at least one")
    func fileWord() {
        #expect(FileWord.safe(String(repeating: "a", count: 101)) == String(repeating: "a", count: 100))
        #expect(FileWord.safe("") == "_")
        #expect(FileWord.safe("a/../b c.pdf") == "a_.._b_c.pdf")
    }
}
