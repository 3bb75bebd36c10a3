import Files
import Foundation
import Testing

/// The built program, which lies beside the tests' own bundle.
enum Program {
    static func path() throws -> String {
        let bundle = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0])
        var folder = bundle.deletingLastPathComponent()
        for _ in 0..<4 {
            let candidate = folder.appendingPathComponent("hoso").path
            let values = try? URL(fileURLWithPath: candidate).resourceValues(forKeys: [.isRegularFileKey])
            if values?.isRegularFile == true {
                return candidate
            }
            folder = folder.deletingLastPathComponent()
        }
        throw CocoaError(.fileNoSuchFile)
    }

    /// Runs a command line to its end.
    static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> ChildProcess.Outcome {
        try ChildProcess.run(
            executable: path(), arguments: arguments, environment: environment, timeout: .seconds(60))
    }
}

extension ChildProcess.Outcome {
    var text: String { String(decoding: output, as: UTF8.self) }
    var said: String { String(decoding: errors, as: UTF8.self) }
}
