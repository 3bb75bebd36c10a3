import Bytes
import Dossiers
import Foundation
import Testing

@Suite("What is wrong with a file")
struct PaperFaultTests {
    /// Each word that may stand in a ledger, with the finding on a PDF of that fault: later versions must know all of them.
    private static let words = [
        "active": FindingCode.activeContent, "bomb": .overLimit, "corrupt": .malformed, "crc": .malformed,
        "depth": .overLimit, "digest": .malformed, "dimensions": .overLimit, "dtd": .malformed,
        "duplicate": .malformed, "duplicate-id": .malformed, "empty": .emptyFile, "encoding": .malformed,
        "encrypted": .encrypted, "incomplete": .truncatedPDF, "layout": .malformed, "limits": .overLimit,
        "malformed": .malformed, "method": .malformed, "mismatch": .malformed, "overlap": .malformed,
        "path": .malformed, "polyglot": .wrongType, "schema": .malformed, "text": .malformed,
        "truncated": .truncatedPDF, "type": .wrongType,
    ]

    @Test("Every fault that reading knows has its word and its finding", arguments: ParseError.Code.allCases)
    func findings(code: ParseError.Code) throws {
        var paper = Samples.paper("CCCD", 1)
        paper.fault = Paper.Fault(ParseError(code, "…"))
        let submissionCase = Samples.submissionCase(
            level: 3, attachments: [.init(declared: Samples.declared("CCCD", 1), paper: paper)])
        #expect(Examiner.examine(submissionCase).findings.map(\.code) == [try #require(Self.words[code.rawValue])])
    }

    @Test("A ledger's word of a fault is read as it was written", arguments: words.keys.sorted())
    func readAgain(word: String) throws {
        let fault = try JSONDecoder().decode(
            Paper.Fault.self, from: Data("{\"code\":\"\(word)\",\"message\":\"…\"}".utf8))
        #expect(fault.code.rawValue == word)
        #expect(String(decoding: try JSONEncoder().encode(fault), as: UTF8.self).contains("\"\(word)\""))
    }
}
