import Foundation
import Selftests

/// `hoso selftest crash`.
enum SelftestCommand: Command {
    static let name = "selftest"
    static let summary = "`crash` proves on a disk in memory that nothing is lost, whichever call the power fails in"
    static let usage = "selftest crash [--seed N] [--beyond N] [--sample N] [--workers N]"
    static let options = [
        ("--seed N", "of what is drawn at random; 1 unless said"),
        ("--beyond N", "how many of the larger combinations are drawn at each crash point; 2 unless said"),
        ("--sample N", "draws N faults and N cuts of each story; all are gone through unless said"),
        ("--workers N", "how many threads share the work; as many as there are processors unless said"),
    ]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let seed = try number(arguments.value("--seed"), "--seed") ?? 1
        let beyond = try number(arguments.value("--beyond"), "--beyond") ?? 2
        let workers = try number(arguments.value("--workers"), "--workers")
        let sample = try number(arguments.value("--sample"), "--sample")
        let word = try arguments.required("«crash»")
        guard word == "crash" else { throw UsageError(message: "«crash» expected, not «\(word)»") }
        try finish(arguments)
        let effort = Effort(
            seed: UInt64(seed), sample: sample, beyond: beyond,
            workers: max(1, workers ?? ProcessInfo.processInfo.activeProcessorCount))
        let test = try CrashTest(effort: effort)
        let counts = try test.run { Output.message($0) }
        for violation in counts.violations { Output.message("\(violation)") }
        Output.result(CrashTest.line("all", counts))
        return counts.violations.isEmpty ? .done : .attention
    }

    private static func number(_ text: String?, _ option: String) throws(UsageError) -> Int? {
        guard let text else { return nil }
        guard let number = Int(text), (0...1_000_000_000).contains(number) else {
            throw UsageError(message: "\(option) takes a whole number, not «\(text)»")
        }
        return number
    }
}
