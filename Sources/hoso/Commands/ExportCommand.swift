import Pipeline

/// `hoso export`.
enum ExportCommand: Command {
    static let name = "export"
    static let summary = "dossiers and events for a data warehouse: codes, times and stable words, nobody's data"
    static let usage = "export [--format csv|jsonl|sql] DIR"
    static let options = [("--format FORMAT", "csv unless said; sql is for psql, with a COPY for each table")]

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let format = try arguments.choice("--format", Export.Format.allCases) ?? .csv
        let folder = try arguments.required("a folder")
        try finish(arguments)
        let written = try Export(into: folder, format: format).write(
            try context.view())
        Output.result("\(written.dossiers) dossiers and \(written.events) events lie in \(folder).")
        return .done
    }
}
