import Selftests

extension SelftestCommand {
    static func bench(_ arguments: inout Arguments) throws -> ExitCode {
        try finish(arguments)
        var table = Table(columns: ["part", "microseconds each", "MB a second"])
        try Bench.run { figure in
            let speed = figure.speed.map { String(Int($0.rounded())) } ?? "-"
            table.add([figure.name, String(figure.nanoseconds / 1_000), speed])
        }
        Output.result(table.text(.text))
        return .done
    }
}
