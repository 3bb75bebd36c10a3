import Foundation
import Testing

/// A PDF and what its signatures are worth, as a table beside it says.
struct PDFVerdictRow: Sendable, CustomTestStringConvertible {
    let file: String
    let worth: String
    let intake: String
    let note: String
    var testDescription: String { file }

    /// File and verdict of each fixture.
    static let fixtures: [PDFVerdictRow] = rows(in: SignatureFixture.tests.appending(path: "Fixtures/pdf/verdicts.tsv"))
    {
        PDFVerdictRow(file: $0[0], worth: $0[1], intake: "", note: "")
    }

    /// The same of the corpus, where it lies beside the project.
    static let corpus: [PDFVerdictRow] = rows(in: SignatureFixture.corpus.appending(path: "MANIFEST.tsv")) {
        guard $0.count >= 6, $0[1].hasPrefix("pdf") else { return nil }
        return PDFVerdictRow(file: $0[0], worth: $0[2], intake: $0[3], note: $0[5])
    }

    private static func rows(in table: URL, _ row: ([String]) -> PDFVerdictRow?) -> [PDFVerdictRow] {
        let text = (try? String(contentsOf: table, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().compactMap {
            row($0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
        }
    }
}
