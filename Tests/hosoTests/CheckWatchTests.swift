import Files
import Foundation
import Testing

/// `hoso check --watch`, as whoever writes a portal has it open beside his work.
@Suite("Watching a folder")
struct CheckWatchTests {
    /// Lines that hold `word` once there are `count` of them; what there is after 60 s otherwise.
    private func lines(_ file: String, with word: String, count: Int) throws -> [Substring] {
        for _ in 1...600 {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            let found = text.split(separator: "\n").filter { $0.contains(word) }
            if found.count >= count, text.hasSuffix("\n") { return found }
            Thread.sleep(forTimeInterval: 0.1)
        }
        return try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    }

    @Test("What appears or changes is judged within moments, an object a line, until it is interrupted")
    func watch() throws {
        let box = NSTemporaryDirectory() + "hoso-watch-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: box) }
        try FileManager.default.createDirectory(atPath: box + "/drop", withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: box + "/out"))
        let watcher = Process()
        watcher.executableURL = URL(fileURLWithPath: try Program.path())
        watcher.arguments = ["check", "--watch", box + "/drop", "--format", "json"]
        watcher.standardOutput = FileHandle(forWritingAtPath: box + "/out")
        try watcher.run()
        defer { watcher.terminate() }

        // What lies there already is told too.
        #expect(
            try Program.run(["new", "submission", "--procedure", "1.004269", box + "/goi"]).status == 0)
        try FileManager.default.moveItem(atPath: box + "/goi", toPath: box + "/drop/goi")
        let first = try #require(try lines(box + "/out", with: "/drop/goi\"", count: 1).first)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(first.utf8)) as? [String: Any])
        #expect(object["kind"] as? String == "package" && object["intake"] as? String == "accept", "\(first)")

        // A change in it is told again, by what is wrong now.
        try FileManager.default.removeItem(atPath: box + "/drop/goi/gcn.pdf")
        let second = try #require(try lines(box + "/out", with: "/drop/goi\"", count: 2).last)
        #expect(second.contains("\"reason\":\"missing-file\""), "\(second)")

        // What is still being written is not looked at.
        try Data("x".utf8).write(to: URL(fileURLWithPath: box + "/drop/.a.part"))
        try Data("<nonsense".utf8).write(to: URL(fileURLWithPath: box + "/drop/a.xml"))
        #expect(try lines(box + "/out", with: "a.xml", count: 1).count == 1)
        #expect(try !String(contentsOfFile: box + "/out", encoding: .utf8).contains(".a.part"))

        watcher.interrupt()
        watcher.waitUntilExit()
        #expect(watcher.terminationStatus == 0 && watcher.terminationReason == .exit)
    }

    @Test("A folder that is not there is no input", arguments: ["--watch", "--trust"])
    func absent(option: String) throws {
        let outcome = try Program.run(["check", option, "/nowhere/at/all"])
        #expect(outcome.status == 66)
        #expect(outcome.said.contains("is no folder"))
    }
}
