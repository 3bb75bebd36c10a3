import Files
import Foundation
import Testing

@testable import Pipeline

@Suite("When figures are published")
struct MetricsFileTests {
    private static let second = 1_000_000_000

    @Test(
        "What happened is told at once where that costs little, else when it has cost no more than its share; in any case after 30 s"
    )
    func owed() throws {
        let site = try TestSite()
        try site.once()
        var file = try MetricsFile(state: Folder(path: "\(site.path)/State")) { _ in }
        #expect(!file.isDue(at: 5 * Self.second) && file.owedAt == nil)
        file.owe()
        #expect(file.isDue(at: 5 * Self.second))
        let page = try MetricsPage(
            SiteView(site: site.path, now: site.now).status(), counters: .init(), stages: .init(), at: 0)
        try file.publish(page, of: 500_000, at: 10 * Self.second)
        #expect(!file.isDue(at: 39 * Self.second) && file.owedAt == nil && file.isDue(at: 40 * Self.second))
        file.owe()
        #expect(file.owedAt == 30 * Self.second)
        #expect(!file.isDue(at: 29 * Self.second) && file.isDue(at: 30 * Self.second))
    }
}
