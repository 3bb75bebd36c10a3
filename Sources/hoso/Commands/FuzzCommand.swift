import Foundation
import Pipeline

/// `hoso selftest fuzz`: for those who build hoso, so it stands in no overview.
enum FuzzCommand: Command {
    static let name = "fuzz"
    static let summary = "feeds every reader with mutated files and keeps what ends one"
    static let usage = "selftest fuzz [--minutes N] [--target NAME] [--seed N] [--seeds DIR]… [--found DIR]"

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let target = try arguments.choice("--target", FuzzTarget.allCases)
        let minutes = try arguments.value("--minutes").flatMap(Double.init) ?? 1
        let seed = try arguments.value("--seed").flatMap(UInt64.init) ?? 1
        let from = try arguments.value("--from").flatMap(Int.init)
        let count = try arguments.value("--count").flatMap(Int.init) ?? 1
        let found = try arguments.value("--found") ?? "fuzz-found"
        var folders: [String] = []
        while let folder = try arguments.next("--seeds") { folders.append(folder) }
        try finish(arguments)
        if let target, let from, from >= 0, count > 0 {
            try Fuzzer.attempt(target, seed: seed, range: from..<from + count, folders: folders)
            return .done
        }
        let fuzzer = Fuzzer(program: "/proc/self/exe", folders: folders, found: found) { Output.result($0) }
        let failures = try fuzzer.run(
            minutes: minutes, targets: target.map { [$0] } ?? FuzzTarget.allCases, seed: seed)
        Output.result("\(failures) tries ended a reader")
        return failures == 0 ? .done : .attention
    }
}
