/// A table that is printed while its rows are found, so that a long one takes no memory; one with aligned columns is printed at its end.
struct TableLines {
    /// So many bytes go out together.
    private static let together = 64 << 10

    private let format: OutputFormat
    /// Of the rows only where their columns are to be aligned.
    private var table: Table
    private var pending: [UInt8] = []
    private let put: ([UInt8]) -> Void

    init(columns: [String], format: OutputFormat, put: @escaping ([UInt8]) -> Void = Output.bytes) {
        self.format = format
        self.put = put
        table = Table(columns: columns)
        if format == .tsv { append(Table.tabbed(columns)) }
    }

    mutating func add(_ row: [String]) {
        switch format {
        case .text: table.add(row)
        case .tsv: append(Table.tabbed(row))
        case .json: append(table.object(row))
        }
    }

    mutating func finish() {
        if format == .text { append(table.text(format)) }
        flush()
    }

    /// Prints what was added to lines that are not aligned.
    mutating func flush() {
        put(pending)
        pending.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ line: String) {
        pending += line.utf8
        pending.append(UInt8(ascii: "\n"))
        if pending.count >= Self.together { flush() }
    }
}
