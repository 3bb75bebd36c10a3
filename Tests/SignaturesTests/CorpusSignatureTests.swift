import Bytes
import Documents
import Foundation
import Signatures
import Testing

@Suite(
    "Signatures of the corpus", .enabled(if: FileManager.default.fileExists(atPath: SignatureFixture.corpus.path)))
struct CorpusSignatureTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let path: String
        let kind: String
        let signature: String
        let intake: String
        let note: String
        var testDescription: String { path }
    }

    static let rows: [Row] = {
        let manifest = SignatureFixture.corpus.appending(path: "MANIFEST.tsv")
        let text = (try? String(contentsOf: manifest, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count >= 6, fields[0].hasPrefix("xml/"),
                fields[1] == "xml-form" || fields[1] == "xml-signature"
            else { return nil }
            return Row(path: fields[0], kind: fields[1], signature: fields[2], intake: fields[3], note: fields[5])
        }
    }()

    @Test("What is absent is not present, and what covers the form does", arguments: rows)
    func presence(row: Row) throws {
        let bytes = try [UInt8](Data(contentsOf: SignatureFixture.corpus.appending(path: row.path)))
        let document = try XMLDocument.parse(bytes, limits: Limits())
        let present = XMLSignatures.reports(in: document).filter { $0.present == .passed }
        var refusal: ParseError.Code?
        do {
            try XMLSignatures.judge(document, limits: Limits())
        } catch {
            refusal = error.code
        }
        if row.signature == "absent" { #expect(present.isEmpty) }
        // An empty value is no signature where presence is all that is asked; a form signed apart has none in it.
        let isOther =
            row.path.contains("empty-signature-value") || row.path.hasSuffix("detached-signature-file/form.xml")
        if ["intact", "valid", "trusted"].contains(row.signature), !isOther {
            #expect(!present.isEmpty)
            if row.note.hasPrefix("coverage=whole"), row.kind == "xml-form" {
                #expect(present.allSatisfy { $0.coverage.whole })
            } else if row.note.hasPrefix("coverage=part") || row.note.hasPrefix("coverage=attachments-only") {
                #expect(present.allSatisfy { !$0.coverage.whole })
            }
        }
        if row.note.hasPrefix("coverage=decoy") || row.note.hasPrefix("coverage=none") {
            #expect(present.allSatisfy { !$0.coverage.whole })
        }
        let isRefusedHere = row.intake == "reject:limits" || row.intake == "reject:duplicate-id"
        #expect(refusal.map { "reject:\($0.rawValue)" } == (isRefusedHere ? row.intake : nil))
    }
}
