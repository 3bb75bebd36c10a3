import Foundation

/// A command line that ran to its end, and how large it became: the program itself, or any process that read for it.
struct WatchedRun {
    let status: Int32
    let text: String
    let said: String
    /// The largest resident size of any of them, as far as it was seen; in bytes.
    let largestSize: Int

    init(_ arguments: [String]) throws {
        let folder = URL(fileURLWithPath: NSTemporaryDirectory() + "hoso-watched-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func file(_ name: String) throws -> FileHandle {
            try Data().write(to: folder.appending(path: name))
            return try FileHandle(forWritingTo: folder.appending(path: name))
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try Program.path())
        process.arguments = arguments
        process.standardOutput = try file("output")
        process.standardError = try file("errors")
        try process.run()
        var largest = 0
        while process.isRunning {
            let family = [process.processIdentifier] + Self.children(of: process.processIdentifier)
            largest = max(largest, family.map(Self.largestSize).max() ?? 0)
            Thread.sleep(forTimeInterval: 0.01)
        }
        process.waitUntilExit()
        status = process.terminationStatus
        text = try String(contentsOf: folder.appending(path: "output"), encoding: .utf8)
        said = try String(contentsOf: folder.appending(path: "errors"), encoding: .utf8)
        largestSize = largest
    }

    /// Whichever thread started them.
    static func children(of process: Int32) -> [Int32] {
        let tasks = "/proc/\(process)/task"
        return ((try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []).flatMap { task in
            lines("\(tasks)/\(task)/children").flatMap { $0.split(separator: " ").compactMap { Int32($0) } }
        }
    }

    /// In ticks, of which a second has a hundred.
    static func processorTime(_ process: Int32) -> Int {
        let fields = lines("/proc/\(process)/stat").first?.split(separator: " ") ?? []
        return fields.count > 13 ? Int(fields[13]) ?? 0 : 0
    }

    private static func largestSize(_ process: Int32) -> Int {
        lines("/proc/\(process)/status").first { $0.hasPrefix("VmHWM:") }
            .flatMap { Int($0.filter(\.isNumber)) }.map { $0 * 1024 } ?? 0
    }

    /// None of a process that is no more.
    private static func lines(_ path: String) -> [Substring] {
        ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n")
    }
}
