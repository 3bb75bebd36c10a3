import Files
import Foundation
import Testing

@Suite("More than one machine")
struct SparkTests {
    /// A Python that has Spark: the one that `make test-spark` makes, or the machine's own.
    private static let python: String? = [
        Repository.root.appendingPathComponent(".build/spark/bin/python").path, "/usr/bin/python3",
        "/usr/local/bin/python3",
    ].first { path in
        FileManager.default.isExecutableFile(atPath: path)
            && (try? ChildProcess.run(
                executable: path, arguments: ["-c", "import pyspark"], environment: ["PATH": "/usr/bin:/bin"],
                timeout: .seconds(60)
            ).status) == 0
    }

    @Test(
        "A Spark cluster that loses a worker on the way makes the report of one machine, byte for byte",
        .enabled(
            if: python != nil && Repository.tool("java") != nil,
            "Spark is not installed (make test-spark installs it) or Java is not"))
    func equal() throws {
        let script = Repository.root.appendingPathComponent("Tests/interop/spark-equal.py").path
        let outcome = try ChildProcess.run(
            executable: try #require(Self.python),
            arguments: [script, Program.path(), "--sites", "2", "--dossiers", "400", "--workers", "2"],
            environment: ["PATH": "/usr/bin:/bin", "HOME": NSTemporaryDirectory(), "LC_ALL": "C.UTF-8"],
            outputLimit: 10_000_000, timeout: .seconds(1800))
        #expect(outcome.status == 0, "\(outcome.text.suffix(3000))\(outcome.said.suffix(3000))")
        #expect(outcome.text.contains("workers was killed after"))
    }
}
