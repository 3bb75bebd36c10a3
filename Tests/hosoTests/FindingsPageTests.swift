import Dossiers
import Foundation
import Testing

/// Whoever reads a code in a list, a manifest or the portal's file looks it up there.
@Suite("The pages of findings")
struct FindingsPageTests {
    private func lines(_ file: String) throws -> [String] {
        try Repository.text(file).split(separator: "\n").map(String.init)
    }

    @Test("The documentation has every code with its severity and its article, each once, and no other")
    func page() throws {
        let rows = try lines("docs/findings.md").compactMap { line -> String? in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            return cells.count == 4 && cells[0].hasPrefix("`") ? cells.prefix(3).joined(separator: " ") : nil
        }
        let codes = FindingCode.allCases.map { "`\($0.rawValue)` `\($0.severity.rawValue)` \($0.article)" }
        #expect(rows.sorted() == codes.sorted())
    }

    @Test("The manual page has every code with its severity, each once, and no other")
    func manual() throws {
        let rows = try lines("packaging/man/hoso-formats.5").drop { $0 != ".Ss Findings" }.prefix { $0 != ".El" }
            .filter { $0.hasPrefix(".It ") && !$0.hasPrefix(".It Em") }
            .map { $0.dropFirst(4).split(separator: " ").prefix(3).joined(separator: " ") }
        #expect(rows.sorted() == FindingCode.allCases.map { "\($0.rawValue) Ta \($0.severity.rawValue)" }.sorted())
    }
}
