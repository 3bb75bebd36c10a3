import Selftests

extension SelftestCommand {
    static func fuzz(_ arguments: inout Arguments) throws -> ExitCode {
        let seed = UInt64(try arguments.number("--seed", in: 0...Int.max) ?? 1)
        let minutes = try arguments.number("--minutes", in: 1...100_000) ?? 1
        let target = try arguments.choice("--target", FuzzTarget.allCases)
        let found = try arguments.value("--found") ?? "fuzz-found"
        // What the fuzzer says to a process of its own: which tries to make.
        let from = try arguments.number("--from", in: 0...Int.max - 1_000_000_000)
        let count = try arguments.number("--count", in: 1...1_000_000_000) ?? 1
        var folders: [String] = []
        while let folder = try arguments.next("--seeds") { folders.append(folder) }
        try finish(arguments)
        if let target, let from {
            try Fuzzer.attempt(target, seed: seed, range: from..<from + count, folders: folders)
            return .done
        }
        let fuzzer = Fuzzer(program: "/proc/self/exe", folders: folders, found: found) { Output.result($0) }
        let failures = try fuzzer.run(
            minutes: Double(minutes), targets: target.map { [$0] } ?? FuzzTarget.allCases, seed: seed)
        Output.result("\(failures) tries ended a reader")
        return failures == 0 ? .done : .attention
    }
}
