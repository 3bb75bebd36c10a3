import Bytes
import Dossiers
import Publications

/// Rows of an exported table as the format has them, written field by field.
struct ExportText {
    private let format: Export.Format
    /// What stands before each value of a row in JSON, and whether the value is a string.
    private let members: [(start: [UInt8], isText: Bool)]
    private var column = 0
    var bytes: [UInt8] = []

    /// - Parameter columns: those that are no text are numbers, or true and false.
    init(_ format: Export.Format, columns: [(name: String, isText: Bool)]) {
        self.format = format
        members = columns.enumerated().map { index, column in
            (Array("\(index == 0 ? "{" : ",")\(JSONText.string(column.name)):".utf8), column.isText)
        }
    }

    mutating func put(_ text: String) { field { $0 += text.utf8 } }
    mutating func put(_ text: ArraySlice<UInt8>) { field { $0 += text } }
    mutating func put(_ number: Int) { field { $0.append(decimal: number) } }
    mutating func put(_ isSo: Bool) { put(isSo ? "true" : "false") }
    mutating func put(_ moment: Moment?) { field { moment?.append(to: &$0) } }
    mutating func put(_ code: DossierCode?) { field { code?.append(to: &$0) } }

    mutating func endRow() {
        precondition(column == members.count, "a row has a field for each column")
        column = 0
        switch format {
        case .csv: bytes += "\r\n".utf8
        case .jsonl: bytes += "}\n".utf8
        case .sql: bytes.append(UInt8(ascii: "\n"))
        }
    }

    private mutating func field(_ write: (inout [UInt8]) -> Void) {
        switch format {
        case .csv:
            if column > 0 { bytes.append(UInt8(ascii: ",")) }
            let start = bytes.count
            write(&bytes)
            CSVText.endField(from: start, in: &bytes)
        case .jsonl:
            bytes += members[column].start
            let start = bytes.count
            write(&bytes)
            endJSON(from: start, isText: members[column].isText)
        case .sql:
            if column > 0 { bytes.append(UInt8(ascii: "\t")) }
            let start = bytes.count
            write(&bytes)
            endCopied(from: start)
        }
        column += 1
    }

    private mutating func endJSON(from start: Int, isText: Bool) {
        guard start < bytes.count else {
            bytes += "null".utf8
            return
        }
        guard isText else { return }
        let text = String(decoding: bytes[start...], as: UTF8.self)
        bytes.removeSubrange(start...)
        bytes += JSONText.string(text).utf8
    }

    /// A field as PostgreSQL's COPY reads it.
    private mutating func endCopied(from start: Int) {
        guard start < bytes.count else {
            bytes += "\\N".utf8
            return
        }
        guard bytes[start...].contains(where: { Self.escape($0) != nil }) else { return }
        let field = Array(bytes[start...])
        bytes.removeSubrange(start...)
        for byte in field {
            if let escape = Self.escape(byte) { bytes += escape.utf8 } else { bytes.append(byte) }
        }
    }

    private static func escape(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "\\"): "\\\\"
        case UInt8(ascii: "\t"): "\\t"
        case UInt8(ascii: "\n"): "\\n"
        case UInt8(ascii: "\r"): "\\r"
        default: nil
        }
    }
}
