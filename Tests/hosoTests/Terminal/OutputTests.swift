import Foundation
import Testing

@Suite("What cannot be written")
struct OutputTests {
    private func run(_ arguments: [String], output: Any? = nil, errors: Any? = nil) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try Program.path())
        process.arguments = arguments
        process.standardOutput = output ?? FileHandle.nullDevice
        process.standardError = errors ?? FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        return process.terminationStatus
    }

    private func full() throws -> FileHandle { try #require(FileHandle(forWritingAtPath: "/dev/full")) }

    /// The end of a pipe that nobody reads.
    private func unread() throws -> FileHandle {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        return pipe.fileHandleForWriting
    }

    @Test("FS8 a result that finds no room ends with 74, and says why")
    func FS8_resultIsLost() throws {
        let errors = Pipe()
        #expect(try run(["schema", "package"], output: full(), errors: errors) == 74)
        let said = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
        #expect(said == "hoso: Writing standard output failed: No space left on device (ENOSPC).\n")
    }

    @Test("A reader that has gone away ends nothing half-way, and is no failure")
    func readerHasGone() throws {
        #expect(try run(["schema", "package"], output: unread()) == 0)
        #expect(try run(["schema", "nothing"], errors: unread()) == 64)
        let site = NSTemporaryDirectory() + "hoso-output-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: site) }
        #expect(try run(["init", site], output: unread()) == 0)
        // Else it would draw for nobody until it is interrupted.
        #expect(try run(["--site", site, "status", "--watch"], output: unread()) == 0)
    }

    @Test("FS8 the daemon goes on where its log cannot be written")
    func FS8_logIsFull() throws {
        let site = NSTemporaryDirectory() + "hoso-output-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: site) }
        #expect(try run(["init", site]) == 0)
        let daemon = Process()
        daemon.executableURL = URL(fileURLWithPath: try Program.path())
        daemon.arguments = ["--site", site, "run"]
        daemon.standardError = try full()
        try daemon.run()
        for _ in 1...300 where !FileManager.default.fileExists(atPath: site + "/State/metrics/hoso.prom") {
            Thread.sleep(forTimeInterval: 0.1)
        }
        daemon.terminate()
        daemon.waitUntilExit()
        #expect(daemon.terminationReason == .exit)
        #expect(daemon.terminationStatus == 0)
    }
}
