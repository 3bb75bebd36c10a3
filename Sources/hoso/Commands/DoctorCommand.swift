import Pipeline

/// `hoso doctor`.
enum DoctorCommand: Command {
    static let name = "doctor"
    static let summary = "whether site and machine are as hoso needs them, and what to do where they are not"
    static let touchesState = true
    static let usage = "doctor [--format text|tsv|json]"
    static let options = [("--format FORMAT", "text, tsv or json")]
    static let notes = "Ends with 1 where there is a failure; a warning alone is 0."

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let format = try arguments.format()
        try finish(arguments)
        let found = try Doctor.examine(site: context.site, now: context.now, reading: .own)
        if format == .text {
            for diagnosis in found { Output.result(line(diagnosis)) }
        } else {
            var table = Table(columns: ["grade", "subject", "text", "advice"])
            for diagnosis in found {
                table.add([diagnosis.grade.rawValue, diagnosis.subject, diagnosis.text, diagnosis.advice])
            }
            table.print(format)
        }
        return found.contains { $0.grade == .failure } ? .attention : .done
    }

    static func line(_ diagnosis: Diagnosis) -> String {
        let grade =
            switch diagnosis.grade {
            case .ok: Style.good("ok     ")
            case .warning: Style.doubtful("warning")
            case .failure: Style.bad("failure")
            }
        let advice = diagnosis.advice.isEmpty ? "" : "\n         \(diagnosis.advice)"
        return "\(grade)  \(diagnosis.subject): \(diagnosis.text)\(advice)"
    }
}
