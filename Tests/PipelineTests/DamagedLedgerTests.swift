import Files
import Foundation
import Ledgers
import Pipeline
import Testing

@Suite("Điều 13.7: damage of the ledger is told, whoever meets it")
struct DamagedLedgerTests {
    /// A site with one dossier, and with a snapshot behind it where one is wanted.
    private func site(snapshot: Bool = false) throws -> TestSite {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        if snapshot { _ = try Office(site: site.path, now: site.now, mode: .once, snapshotAfter: 1) { _ in } }
        return site
    }

    private func ledger(_ site: TestSite) -> URL { URL(fileURLWithPath: "\(site.path)/State/ledger/2026-11.jsonl") }

    @Test("FS14 a committed line that was torn is told once, and every start and reader goes on with the rest")
    func FS14_lostLine() throws {
        let site = try site()
        let listed = try site.list()
        try Data(contentsOf: ledger(site)).dropLast(50).write(to: ledger(site))
        #expect(try site.list() == listed)
        try site.once()
        #expect(try site.list() == listed)
        #expect(try site.incidents() == ["ledger-line-lost true"])
        try site.once()
        #expect(try site.list() == listed)
        #expect(try site.incidents() == ["ledger-line-lost true", "ledger-line-lost false"])
        #expect(try LedgerCheck.verify(site: site.path).isSound)
    }
}
