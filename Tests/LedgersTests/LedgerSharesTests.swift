import Dossiers
import Foundation
import Testing

@testable import Ledgers

@Suite("Shares of the chain")
struct LedgerSharesTests {
    private let home: TemporaryFolder
    private var segment: URL { URL(fileURLWithPath: "\(home.path)/2026-11.jsonl") }

    init() throws {
        home = try TemporaryFolder()
        let (ledger, _) = try Ledger.open(folder: home.folder) { _ in }
        for number in 1...10 {
            let (code, receipt) = try Entries.receipt(number)
            let at = try Entries.moment("2026-11-25T08:00")
            try ledger.append([
                Entry(
                    number: ledger.headNumber + 1, at: at, claim: "claim-\(number)", dossier: code,
                    event: .received(receipt))
            ])
        }
    }

    private func check(shares: Int, of most: Int) throws {
        for _ in 0..<shares { try LedgerReading(folder: home.folder).checkShare(of: most) }
    }

    /// Of the same length, as somebody would who hides it.
    private func change(_ line: Int) throws {
        var lines = try String(contentsOf: segment, encoding: .utf8).split(separator: "\n").map(String.init)
        lines[line - 1] = lines[line - 1].replacing("claim-\(line)\"", with: "claim_\(line)\"")
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: segment)
    }

    @Test("A changed line is found by the share in which it stands", arguments: [2, 5, 8])
    func found(line: Int) throws {
        try check(shares: 4, of: 3)
        try change(line)
        let before = (line - 1) / 3
        try check(shares: before, of: 3)
        #expect(throws: LedgerDamage.self) { try check(shares: 1, of: 3) }
        #expect(throws: LedgerDamage.self) { try check(shares: 1, of: 3) }
    }

    @Test("A line that was changed behind the mark is found when its turn comes again")
    func foundAgain() throws {
        try check(shares: 2, of: 3)
        try change(2)
        try check(shares: 2, of: 3)
        #expect(throws: LedgerDamage.self) { try check(shares: 1, of: 3) }
    }

    @Test("A ledger that is no larger than a share is checked whole each time, and leaves no mark")
    func small() throws {
        try check(shares: 1, of: 11)
        #expect(!FileManager.default.fileExists(atPath: "\(home.path)/checked"))
        try change(9)
        #expect(throws: LedgerDamage.self) { try check(shares: 1, of: 11) }
    }

    @Test("A mark that cannot be read, or of another ledger, begins anew", arguments: ["", "{", "another"])
    func foreignMark(content: String) throws {
        try check(shares: 1, of: 3)
        let mark = URL(fileURLWithPath: "\(home.path)/checked")
        let text = try String(contentsOf: mark, encoding: .utf8)
        try Data((content == "another" ? text.replacing("\"number\":3", with: "\"number\":4") : content).utf8)
            .write(to: mark)
        try change(2)
        #expect(throws: LedgerDamage.self) { try check(shares: 1, of: 3) }
    }
}
