/// A report before any format: what it says of itself, then texts, tables and charts in order.
package struct Report: Sendable {
    package enum Part: Sendable {
        case heading(String)
        case paragraph(String)
        case table(ReportTable)
        case chart(BarChart)
        case months(MonthChart)
    }

    /// The stem of its file's name, such as `II.06a`.
    package let name: String
    package let title: String
    package let frame: ReportFrame
    package var parts: [Part] = []

    package init(name: String, title: String, frame: ReportFrame) {
        self.name = name
        self.title = title
        self.frame = frame
    }

    package var tables: [ReportTable] {
        parts.compactMap { part in
            if case .table(let table) = part { table } else { nil }
        }
    }

    /// The first table is what the report is about; a spreadsheet of one sheet holds it alone.
    package var csv: [UInt8] { tables.first?.csv ?? [] }

    /// Hands the same over in pieces.
    package func writeCSV<Failure: Error>(_ put: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        try tables.first?.writeCSV(put)
    }
}
