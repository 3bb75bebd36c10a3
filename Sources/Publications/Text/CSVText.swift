/// A table as spreadsheets read it: UTF-8 with a byte order mark, RFC 4180, and no field that becomes a formula (CWE-1236).
package struct CSVText: Sendable {
    private var text = "\u{FEFF}"

    package init(header: [String]) { add(header) }

    package mutating func add(_ fields: [String]) { text += Self.text(fields) }

    /// One row by itself, for files that are written as they go.
    package static func line(_ fields: [String]) -> [UInt8] { Array(text(fields).utf8) }

    private static func text(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    package var bytes: [UInt8] { Array(text.utf8) }

    /// What a spreadsheet would take for a formula gets an apostrophe before it, except plain numbers.
    private static func field(_ value: String) -> String {
        let isNumber = !value.isEmpty && value.utf8.allSatisfy { (48...57).contains($0) }
        let risky = value.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
        let safe = risky && !isNumber ? "'" + value : value
        guard safe.contains(where: { ",\"\n\r".contains($0) || $0.isNewline }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
