import Dossiers

/// A table of a report, before any format.
package struct ReportTable: Sendable {
    package struct Column: Sendable {
        /// The stable name for spreadsheets and programs.
        package let key: String
        /// In Vietnamese, for people.
        package let title: String
        /// What it stands under together with its neighbours.
        package let group: String?
        /// The number that the national form gives it.
        package let number: Int?

        package init(_ key: String, _ title: String, group: String? = nil, number: Int? = nil) {
            self.key = key
            self.title = title
            self.group = group
            self.number = number
        }
    }

    package struct Row: Sendable {
        package let cells: [ReportCell]
        package let isTotal: Bool

        package init(_ cells: [ReportCell], isTotal: Bool = false) {
            self.cells = cells
            self.isTotal = isTotal
        }
    }

    /// Dossiers that are not counted, and why.
    package struct Apart: Sendable {
        package let words: String
        package let codes: CodeList

        /// With the codes, for whoever may see what becomes of which.
        var note: String {
            "\(words): \(codes.count) (\(codes.lines.joined(separator: codes.isShortened ? "; " : ", ")))."
        }
    }

    /// Unique in its report; anchors begin with it.
    package let id: String
    package let caption: String
    package let columns: [Column]
    /// How many columns, from the left, say what the row is about.
    package let headings: Int
    package let rows: ReportRows
    /// What stands below it, such as how it counts.
    package var notes: [String] = []
    /// The dossiers that none of its figures counts.
    package var apart: [Apart] = []

    package init(id: String, caption: String, columns: [Column], headings: Int = 1, rows: [Row]) {
        precondition(rows.allSatisfy { $0.cells.count == columns.count }, "a row has a field for each column")
        self.init(id: id, caption: caption, columns: columns, headings: headings, rows: ReportRows(rows))
    }

    package init(id: String, caption: String, columns: [Column], headings: Int, rows: ReportRows) {
        self.id = id
        self.caption = caption
        self.columns = columns
        self.headings = headings
        self.rows = rows
    }

    /// Rows as plain text, for spreadsheets and programs.
    package var fields: [[String]] { rows.map { $0.cells.map(\.plain) } }

    package var csv: [UInt8] {
        var bytes: [UInt8] = []
        writeCSV { bytes += $0 }
        return bytes
    }

    /// Hands the same over in pieces.
    package func writeCSV<Failure: Error>(_ put: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        var text = ReportText()
        text.append(CSVText.head(columns.map(\.key)))
        for row in rows {
            text.append(CSVText.line(row.cells.map(\.plain)))
            try text.handOver(put)
        }
        try text.end(put)
    }
}
