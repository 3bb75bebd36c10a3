/// A table as spreadsheets read it: UTF-8 with a byte order mark, RFC 4180, and no field that becomes a formula (CWE-1236).
package enum CSVText {
    /// What a file begins with: the byte order mark, and the names of its columns.
    package static func head(_ columns: [String]) -> [UInt8] { Array("\u{FEFF}".utf8) + line(columns) }

    package static func line(_ fields: [String]) -> [UInt8] {
        Array((fields.map(field).joined(separator: ",") + "\r\n").utf8)
    }

    /// What a spreadsheet would take for a formula gets an apostrophe before it, except plain numbers.
    private static func field(_ value: String) -> String {
        let isNumber = !value.isEmpty && value.utf8.allSatisfy { (48...57).contains($0) }
        let risky = value.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
        let safe = risky && !isNumber ? "'" + value : value
        guard safe.contains(where: { ",\"\n\r".contains($0) || $0.isNewline }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
