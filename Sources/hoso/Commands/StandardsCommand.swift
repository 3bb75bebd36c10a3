import Publications

/// `hoso standards`.
enum StandardsCommand: Command {
    static let name = "standards"
    static let summary = "the standards, formats and algorithms that hoso keeps to, for an appraisal (Điều 9.1)"
    static let usage = "standards [--format text|tsv|json]"
    static let options = [("--format FORMAT", "text, tsv or json")]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let format = try arguments.format()
        try finish(arguments)
        var table = Table(columns: ["subject", "standard", "use"])
        for line in Standards.lines { table.add([line.subject, line.standard, line.use]) }
        table.print(format)
        return .done
    }
}
