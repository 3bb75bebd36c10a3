import Files
import Foundation
import Pipeline
import Testing

/// What `docs/operations.md` promises to scripts is what there is.
@Suite("The operations page")
struct OperationsPageTests {
    @Test("Every event of the log stands in the table, with its level", arguments: LogEvent.Name.allCases)
    func events(name: LogEvent.Name) throws {
        let page = try Repository.text("docs/operations.md")
        #expect(page.contains("| `\(name.rawValue)` | \(name.level.word) | "))
    }

    @Test("Every metric stands in the table, and no other; its rules name no metric that is not")
    func metrics() throws {
        let path = NSTemporaryDirectory() + "hoso-metrics-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Program.run(["init", path]).status == 0)
        #expect(try Program.run(["--site", path, "once"]).status == 0)
        let metrics = try String(contentsOfFile: path + "/State/metrics/hoso.prom", encoding: .utf8)
        var known = Set(metrics.matches(of: #/# TYPE (hoso_\w+) /#).map { String($0.1) })
        // Written once a nightly run is done.
        known.insert("hoso_nightly_day_timestamp_seconds")
        let page = try Repository.text("docs/operations.md")
        let told = Set(page.matches(of: #/`(hoso_\w+)(?:\{[^`]*\})?`/#).map { String($0.1) })
        #expect(told == known)
        let rules = try Repository.text("packaging/monitoring/hoso.rules.yml")
        let used = Set(rules.matches(of: #/hoso_\w+/#).map { String($0.0) })
        #expect(used.isSubset(of: known), "\(used.subtracting(known))")
    }
}
