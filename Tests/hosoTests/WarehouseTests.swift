import Files
import Foundation
import Testing

@Suite("A data warehouse")
struct WarehouseTests {
    private static let hasServer =
        Repository.tool("psql") != nil
        && (Repository.tool("initdb") ?? ["/usr/local/bin/initdb"].first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
            ?? (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql"))?.first) != nil

    /// The demonstration's dossiers are of every kind.
    @Test(
        "A PostgreSQL server takes what was exported by COPY, twice, and has every row as it was",
        .enabled(if: hasServer, "PostgreSQL is not installed"))
    func copy() throws {
        let site = NSTemporaryDirectory() + "hoso-warehouse-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: site) }
        #expect(try Program.run(["demo", site]).status == 0)
        let outcome = try ChildProcess.run(
            executable: "/bin/sh",
            arguments: [
                Repository.root.appendingPathComponent("Tests/interop/warehouse.sh").path, Program.path(), site,
            ],
            environment: [
                "PATH": "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "TMPDIR": "/tmp",
            ],
            outputLimit: 1_000_000, timeout: .seconds(600))
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.said)")
        #expect(outcome.text.contains("dossiers: ") && outcome.text.contains("events: "))
    }
}
