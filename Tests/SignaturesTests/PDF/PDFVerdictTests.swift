import Bytes
import Documents
import Foundation
import Signatures
import Testing

@Suite("What the signatures of a PDF are worth")
struct PDFVerdictTests {
    @Test("There are fixtures")
    func fixturesAreThere() { #expect(PDFVerdictRow.fixtures.count > 40) }

    @Test("Each fixture is worth what its table says", arguments: PDFVerdictRow.fixtures)
    func fixture(row: PDFVerdictRow) throws {
        // One that was cut is refused as a file before anyone looks at its signatures.
        guard row.file != "truncated-signed.pdf" else {
            #expect(throws: ParseError.self) { try PDFVerdict.worth(of: SignatureFixture.bytes("pdf/\(row.file)")) }
            return
        }
        #expect(try PDFVerdict.worth(of: SignatureFixture.bytes("pdf/\(row.file)")).rawValue == row.worth)
    }

    @Test("Each PDF of the corpus is worth what its manifest says", arguments: PDFVerdictRow.corpus)
    func corpus(row: PDFVerdictRow) throws {
        let bytes = try [UInt8](Data(contentsOf: SignatureFixture.corpus.appending(path: row.file)))
        do {
            let worth = try PDFVerdict.worth(of: bytes).rawValue
            #expect(worth == row.worth)
        } catch is ParseError {
            // What cannot be read as a PDF has no signatures that could be looked at.
            #expect(row.worth == "absent" || row.worth == "n/a" || row.note.hasPrefix("soft"))
        }
    }
}
