import Bytes
import Documents
import Foundation
import Testing

/// The rows of the shared corpus, where it lies beside the project.
struct CorpusRow: Sendable, CustomTestStringConvertible {
    let path: String
    let signature: String
    let intake: String
    let note: String

    var isSoft: Bool { note.contains("soft") }
    var testDescription: String { path }

    static let folder = URL(filePath: #filePath).appending(path: "../../../../shared/corpus").standardized

    static func rows(of kinds: [String]) throws -> [CorpusRow] {
        let text = try String(contentsOf: folder.appending(path: "MANIFEST.tsv"), encoding: .utf8)
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count >= 6, kinds.contains(where: { fields[0].hasPrefix($0) }) else { return nil }
            return CorpusRow(path: fields[0], signature: fields[2], intake: fields[3], note: fields[5])
        }
    }

    func bytes() throws -> [UInt8] { try [UInt8](Data(contentsOf: Self.folder.appending(path: path))) }
}

@Suite("Scans of the corpus", .enabled(if: FileManager.default.fileExists(atPath: CorpusRow.folder.path)))
struct CorpusScanTests {
    /// Judged otherwise on purpose: a script runs when it is opened, so it is like `pdf/active-javascript.pdf`.
    static let argued = ["pdf/hard/pypdf-issue-297.pdf": "reject:active"]

    static let kinds = ["pdf/", "image/"]

    @Test("The manifest tells of scans of every kind", arguments: kinds)
    func manifest(kind: String) throws { #expect(try !CorpusRow.rows(of: [kind]).isEmpty) }

    @Test("Intake accepts and rejects as the manifest says", arguments: try CorpusRow.rows(of: kinds))
    func intake(row: CorpusRow) throws {
        let verdict = ScanVerdict(MemorySource(try row.bytes()))
        let expected = Self.argued[row.path] ?? row.intake
        #expect(!verdict.intake.hasPrefix("failed"))
        if !row.isSoft { #expect(verdict.intake.prefix(6) == expected.prefix(6), "\(verdict.intake), not \(expected)") }
        if !row.isSoft, row.signature != "n/a" {
            #expect(verdict.isSigned == (row.signature != "absent"))
        }
    }
}
