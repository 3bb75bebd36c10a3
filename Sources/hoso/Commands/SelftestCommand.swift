import Foundation
import Selftests

/// `hoso selftest crash`, `fuzz`, `bench` and `unsealed`.
enum SelftestCommand: Command {
    static let name = "selftest"
    static let summary =
        "`crash`: whichever call the power fails in, nothing is lost; `fuzz`: whatever a file holds, no reader ends; `bench`: what each part costs; `unsealed`: one pass over the inbox with packages read in hoso itself, to measure what its sealed processes cost"
    static let usage =
        "selftest crash [--seed N] [--beyond N] [--sample N] [--workers N] [--story TEXT] | selftest fuzz [--seed N] [--minutes N] [--target NAME] [--seeds DIR]… [--found DIR] | selftest bench | selftest unsealed"
    static let options = [
        ("--seed N", "of what is drawn at random; 1 unless said"),
        ("--beyond N", "crash: how many of the larger combinations are drawn at each crash point; 2 unless said"),
        ("--sample N", "crash: draws N faults and N cuts of each story; all are gone through unless said"),
        ("--workers N", "crash: how many threads share the work; as many as there are processors unless said"),
        ("--story TEXT", "crash: only the stories in whose names this is"),
        ("--minutes N", "fuzz: how long; 1 unless said"), ("--target NAME", "fuzz: one reader alone"),
        ("--seeds DIR", "fuzz: files to begin with; may stand several times"),
        ("--found DIR", "fuzz: where what ended a reader is kept; fuzz-found unless said"),
    ]
    static let notes = "`unsealed` is for packages that you trust: whatever is wrong with one may harm hoso itself."
    private static let numbers = 0...1_000_000_000

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        switch try arguments.word(of: "crash", "fuzz", "bench", "unsealed") {
        case "crash": try crash(&arguments)
        case "fuzz": try fuzz(&arguments)
        case "unsealed": try unsealed(&arguments, context)
        default: try bench(&arguments)
        }
    }

    private static func crash(_ arguments: inout Arguments) throws -> ExitCode {
        let seed = try arguments.number("--seed", in: numbers) ?? 1
        let beyond = try arguments.number("--beyond", in: numbers) ?? 2
        let workers = try arguments.number("--workers", in: numbers)
        let sample = try arguments.number("--sample", in: numbers)
        let story = try arguments.value("--story")
        try finish(arguments)
        let effort = Effort(
            seed: UInt64(seed), sample: sample, beyond: beyond,
            workers: max(1, workers ?? ProcessInfo.processInfo.activeProcessorCount))
        let test = try CrashTest(effort: effort, stories: story)
        let counts = try test.run { Output.message($0) }
        Output.result(CrashTest.line("all", counts))
        return counts.violations.isEmpty ? .done : .attention
    }
}
