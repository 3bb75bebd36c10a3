import Selftests

/// `hoso selftest crash`.
enum SelftestCommand: Command {
    static let name = "selftest"
    static let summary = "`crash` proves on a disk in memory that nothing is lost, whichever call the power fails in"
    static let usage = "selftest crash [--seed N] [--budget SECONDS] [--sample N]"
    static let options = [
        ("--seed N", "of what is drawn at random; 1 unless said"),
        ("--budget SECONDS", "how long combinations of more than two changes are gone through; 60 unless said"),
        ("--sample N", "draws N faults and N cuts of each story; all are gone through unless said, which takes hours"),
    ]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let seed = try number(arguments.value("--seed"), "--seed") ?? 1
        let budget = try number(arguments.value("--budget"), "--budget") ?? 60
        let sample = try number(arguments.value("--sample"), "--sample")
        let word = try arguments.required("«crash»")
        guard word == "crash" else { throw UsageError(message: "«crash» expected, not «\(word)»") }
        try finish(arguments)
        let test = try CrashTest(effort: Effort(seed: UInt64(seed), sample: sample, budget: .seconds(budget)))
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
