import Selftests

/// `hoso rehearse`: for those who build hoso, so it stands in no overview.
enum RehearseCommand: Command {
    static let name = "rehearse"
    static let summary = "plays a year of the office, with dossiers down every path, and checks what it left behind"
    static let usage = "rehearse [--seed N] [--dossiers N] [--days N] [--valid]"

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let seed = try arguments.value("--seed").flatMap(UInt64.init) ?? 1
        let dossiers = try arguments.value("--dossiers").flatMap(Int.init) ?? 5000
        let days = try arguments.value("--days").flatMap(Int.init) ?? 361
        let asksForValid = arguments.flag("--valid")
        try finish(arguments)
        var year = OfficeYear(seed: seed, dossiers: dossiers, days: days, asksForValid: asksForValid)
        let counts = try year.run { Output.message($0) }
        for course in counts.courses {
            Output.result("\(course.name): \(course.begun) begun, \(course.ended) at their end")
        }
        for violation in counts.violations { Output.result("violation: \(violation)") }
        Output.result(counts.description)
        return counts.violations.isEmpty ? .done : .attention
    }
}
