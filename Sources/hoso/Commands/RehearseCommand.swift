import Selftests

/// `hoso rehearse`.
enum RehearseCommand: Command {
    static let name = "rehearse"
    static let summary = "plays a year of the office, with dossiers down every path, and checks what it left behind"
    static let usage = "rehearse [--seed N] [--dossiers N] [--days N] [--valid]"
    static let options = [
        ("--seed N", "of what is drawn at random; 1 unless said"), ("--dossiers N", "submissions; 5000 unless said"),
        ("--days N", "how long the office works; 361 unless said"),
        ("--valid", "asks for valid signatures, which needs openssl; for intact ones unless said"),
    ]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let seed = try arguments.number("--seed", in: 0...Int.max) ?? 1
        let dossiers = try arguments.number("--dossiers", in: 1...1_000_000) ?? 5000
        let days = try arguments.number("--days", in: 30...361) ?? 361
        let asksForValid = arguments.flag("--valid")
        try finish(arguments)
        var year = OfficeYear(seed: UInt64(seed), dossiers: dossiers, days: days, asksForValid: asksForValid)
        let progress = Progress("rehearsing days")
        let counts = try year.run { progress.reach($0, of: days) }
        for course in counts.courses {
            Output.result("\(course.name): \(course.begun) begun, \(course.ended) at their end")
        }
        for violation in counts.violations { Output.result("violation: \(violation)") }
        Output.result(counts.description)
        return counts.violations.isEmpty ? .done : .attention
    }
}
