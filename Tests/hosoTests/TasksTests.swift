import Files
import Foundation
import Testing

/// What `docs/tasks.md` shows is what is printed.
@Suite("The tasks of the documentation")
struct TasksTests {
    /// A command as it is shown, with the lines that are shown under it.
    struct Step {
        let command: String
        var shown: [String]
    }

    static func steps(_ page: String) -> [Step] {
        var steps: [Step] = []
        var isConsole = false
        for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line == "```console" {
                isConsole = true
            } else if line == "```" {
                isConsole = false
            } else if isConsole, line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2)), shown: []))
            } else if isConsole, !steps.isEmpty {
                steps[steps.count - 1].shown.append(line)
            }
        }
        return steps
    }

    /// `…` alone stands for any lines, within a line for any text.
    static func matches(_ printed: ArraySlice<String>, _ shown: ArraySlice<String>) -> Bool {
        guard let first = shown.first else { return printed.isEmpty }
        if first == "…" {
            return (printed.startIndex...printed.endIndex).contains { matches(printed[$0...], shown.dropFirst()) }
        }
        guard let line = printed.first, lineMatches(line, first) else { return false }
        return matches(printed.dropFirst(), shown.dropFirst())
    }

    private static func lineMatches(_ line: String, _ shown: String) -> Bool {
        var rest = line[...]
        let parts = shown.components(separatedBy: "…")
        for (index, part) in parts.enumerated() {
            if index == 0 {
                guard rest.hasPrefix(part) else { return false }
                rest = rest.dropFirst(part.count)
            } else if index == parts.count - 1 {
                return rest.hasSuffix(part)
            } else if let range = rest.range(of: part) {
                rest = rest[range.upperBound...]
            } else {
                return false
            }
        }
        return rest.isEmpty
    }

    @Test("Ten tasks of an administrator and eleven of an official print what the page shows")
    func tasks() throws {
        let page = try Repository.text("docs/tasks.md")
        #expect(page.split(separator: "\n").count { $0.hasPrefix("### ") } == 21)
        let box = NSTemporaryDirectory() + "hoso-tasks-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: box) }
        try FileManager.default.createDirectory(atPath: box + "/bin", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: box + "/bin/hoso", withDestinationPath: URL(fileURLWithPath: Program.path()).path)
        let environment = [
            "PATH": "\(box)/bin:/usr/bin:/bin", "HOME": box, "LC_ALL": "C", "HOSO_SITE": "kontum",
            "HOSO_NOW": "2026-11-23T14:00:00+07:00",
        ]
        let steps = Self.steps(page)
        #expect(steps.count > 30)
        for step in steps {
            let outcome = try ChildProcess.run(
                executable: "/bin/sh", arguments: ["-c", "cd '\(box)' && { \(step.command)\n} 2>&1"],
                environment: environment, timeout: .seconds(120))
            var printed = outcome.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            if printed.last?.isEmpty == true { printed.removeLast() }
            var shown = step.shown
            while shown.last?.isEmpty == true { shown.removeLast() }
            #expect(
                Self.matches(printed[...], shown[...]), "$ \(step.command)\n\(printed.joined(separator: "\n"))")
        }
    }

    @Test("A difference is seen")
    func differs() {
        #expect(Self.matches(["a 1 b", "x", "y", "end"], ["a … b", "…", "end"]))
        #expect(!Self.matches(["a 1 c"], ["a … b"]))
        #expect(!Self.matches(["a", "b"], ["a"]))
        #expect(!Self.matches(["a"], ["a", "b"]))
    }
}
