import Dossiers
import Files
import Foundation
import Ledgers
import Pipeline
import Settings
import Testing

@Suite("An agency that left the configuration before its dossiers were closed")
struct LostAgencyTests {
    private let gone = "000.00.12.H34"
    private let other = "000.00.08.H34"

    /// Gives the agency's procedures to another, and takes it out.
    private func remove(_ site: TestSite) throws {
        for name in site.names("config/procedures") {
            try change("config/procedures/\(name)", in: site) { $0.replacing(gone, with: other) }
        }
        try change("config/agencies.xml", in: site) { text in
            text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains(gone) }
                .joined(separator: "\n")
        }
    }

    private func change(_ file: String, in site: TestSite, _ change: (String) -> String) throws {
        try Data(change(try site.read(file)).utf8).write(to: URL(fileURLWithPath: "\(site.path)/\(file)"))
    }

    private func effects(_ site: TestSite) throws -> [String] {
        var found: [String] = []
        try LedgerReading(folder: Folder(path: "\(site.path)/State/ledger")).forEach { entry in
            if case .incident(_, true, let effect) = entry.event { found.append(effect) }
        }
        return found
    }

    @Test("It is told with the codes, by an incident, the doctor and config check, until another agency has them")
    func Dieu4_1_agencyGone() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        let code = try #require(try site.once().first?.dossier)
        func diagnosis() throws -> [Diagnosis] {
            try Doctor.examine(site: site.path, now: site.now).filter { $0.subject == "agencies" }
        }
        func problems() throws -> [String] {
            try SiteView.problems(site: site.path, now: site.now).map(\.description)
                .filter { $0.hasPrefix("config/agencies.xml") }
        }
        #expect(try diagnosis().map(\.grade) == [.ok])
        #expect(try problems().isEmpty)
        try remove(site)
        try site.once()
        #expect(try site.incidents().contains("agency-gone:\(gone) true"))
        #expect(try effects(site).contains { $0.contains("Inbox/agencies/\(gone)") && $0.contains("\(code)") })
        #expect(try diagnosis().map(\.grade) == [.failure])
        #expect(try diagnosis().first?.text.contains("\(code)") == true)
        let problem = try #require(try problems().first)
        #expect(problem.hasPrefix("config/agencies.xml:1: warning: ") && problem.contains("\(code)"), "\(problem)")
        let agency = try #require(AgencyCode(other))
        let order = Order(.reroute, dossier: code, to: agency, reason: "sáp nhập", by: "hoa")
        #expect(try Office(site: site.path, now: site.now, mode: .once) { _ in }.carryOut(order).isDone)
        try site.once()
        #expect(try site.incidents().last == "agency-gone:\(gone) false")
        #expect(try diagnosis().map(\.grade) == [.ok])
    }
}
