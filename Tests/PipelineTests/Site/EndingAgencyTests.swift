import Dossiers
import Foundation
import Pipeline
import Settings
import Testing

@Suite("An agency that ends while its procedures are offered")
struct EndingAgencyTests {
    private let agency = "000.00.31.H34"

    private func problems(_ site: TestSite) throws -> [ConfigurationProblem] {
        try SiteView.problems(site: site.path, now: site.now).filter { $0.message.contains("ends on") }
    }

    private func change(_ file: String, in site: TestSite, _ old: String, _ new: String) throws {
        let text = try site.read(file)
        #expect(text.contains(old))
        try Data(text.replacing(old, with: new).utf8).write(to: URL(fileURLWithPath: "\(site.path)/\(file)"))
    }

    @Test(
        "It is told sixty days ahead, with the procedures that it leads and those that it joins, in its line of the file"
    )
    func told() throws {
        let site = try TestSite()
        #expect(try problems(site).isEmpty)
        try change("config/agencies.xml", in: site, "code=\"\(agency)\"", "code=\"\(agency)\" until=\"2027-01-31\"")
        #expect(try problems(site).isEmpty)
        try site.at("2026-12-03T08:00")
        let found = try problems(site)
        #expect(found.count == 1 && found.allSatisfy(\.isWarning))
        let problem = try #require(found.first)
        #expect(problem.message.contains("from 2027-02-01 on dossiers are refused: 1.001612"))
        #expect(problem.message.contains("sent to it as a co-agency: 1.004269"))
        let line = try site.read("config/agencies.xml").split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { $0.contains(agency) }
        #expect(problem.line == line.map { $0 + 1 })
        let told = try Doctor.examine(site: site.path, now: site.now).filter { $0.subject == "agencies" }
        #expect(told.map(\.grade) == [.warning])
    }

    @Test("Once each of its procedures ends with it, nothing is told")
    func settled() throws {
        let site = try TestSite()
        try change("config/agencies.xml", in: site, "code=\"\(agency)\"", "code=\"\(agency)\" until=\"2026-11-30\"")
        #expect(try problems(site).count == 1)
        for name in site.names("config/procedures") where try site.read("config/procedures/\(name)").contains(agency) {
            try change("config/procedures/\(name)", in: site, "<procedure ", "<procedure validUntil=\"2026-11-30\" ")
        }
        #expect(try problems(site).isEmpty)
    }
}
