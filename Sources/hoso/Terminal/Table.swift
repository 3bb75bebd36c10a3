import Bytes

/// Rows under headings, printed as a table, as tab-separated lines, or as JSON objects, one a line.
struct Table {
    let columns: [String]
    private(set) var rows: [[String]] = []

    init(columns: [String]) { self.columns = columns }

    mutating func add(_ row: [String]) {
        precondition(row.count == columns.count, "a row has a field for each column")
        rows.append(row)
    }

    /// Without a row there is no object, and so no line.
    func print(_ format: OutputFormat) {
        if format != .json || !rows.isEmpty { Output.result(text(format)) }
    }

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .tsv: ([columns] + rows).map(Self.tabbed).joined(separator: "\n")
        case .json: rows.map(object).joined(separator: "\n")
        case .text: aligned()
        }
    }

    static func tabbed(_ row: [String]) -> String { row.map(flat).joined(separator: "\t") }

    /// A row as a JSON object.
    func object(_ row: [String]) -> String {
        JSONText.object(zip(columns, row).map { ($0, JSONText.string($1)) })
    }

    private func aligned() -> String {
        let all = ([columns] + rows).map { $0.map(Self.flat) }
        let widths = columns.indices.map { column in all.map { TextWidth.of($0[column]) }.max() ?? 0 }
        return all.map { row in
            var line = ""
            for (column, field) in row.enumerated() {
                line += field
                if column + 1 < row.count {
                    line += String(repeating: " ", count: widths[column] - TextWidth.of(field) + 2)
                }
            }
            return line
        }.joined(separator: "\n")
    }

    /// A field holds neither tabs nor line ends nor anything that a terminal would obey (OP5).
    private static func flat(_ field: String) -> String {
        String(String.UnicodeScalarView(field.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}
