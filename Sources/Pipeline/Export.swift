import Bytes
import Dossiers
import Files
import Signatures
import Ledgers
import Publications

/// Dossiers and events for a data warehouse: codes, times and stable words, nobody's data (Điều 13.5).
package struct Export {
    package enum Format: String, Sendable, CaseIterable { case csv, jsonl, sql }

    private static let dossiers = [
        "code", "procedure", "level", "agency", "channel", "received_at", "counted_from", "state", "completed_at",
        "hand_over_due", "handed_over_at", "due", "finished_at", "ending", "returned_at", "extended", "paused",
        "findings", "signature",
    ]
    private static let events = ["number", "at", "dossier", "event", "claim"]

    /// Bytes that are written at once.
    private static let together = 1 << 20

    private let format: Format
    private let folder: Folder

    /// Throws where the folder cannot be made.
    package init(into path: String, format: Format) throws {
        self.format = format
        folder = try Folder(path: path, create: true)
    }

    /// Writes `dossiers` and `events`, each file whole or not at all, and says how many there were.
    package func write(_ view: SiteView) throws -> (dossiers: Int, events: Int) {
        var events = 0
        try write("events", Self.events) { put in
            try view.ledger.forEach { entry in
                events += 1
                try put([
                    String(entry.number), entry.at.description, entry.dossier?.description ?? "", entry.event.name,
                    entry.claim,
                ])
            }
        }
        let count = try Compliance(site: view.site, ledger: view.ledger, folder: view.ledgerFolder).count(for: [])
        try count.goOn()
        let table = count.table()
        try write("dossiers", Self.dossiers) { put in try table.forEach { try put(fields($0)) } }
        try folder.sync()
        return (table.count, events)
    }

    /// Writes a file row by row, which appears when it is whole.
    private func write(
        _ table: String, _ columns: [String], _ rows: (_ put: ([String]) throws -> Void) throws -> Void
    ) throws {
        let hidden = FileName.literal(".\(table)")
        if try folder.status(of: hidden) != nil { try folder.remove(hidden) }
        var file = try folder.create(hidden)
        var text = head(table, columns)
        try rows { row in
            text += line(columns, row)
            guard text.count >= Self.together else { return }
            try file.write(text)
            text.removeAll(keepingCapacity: true)
        }
        try file.write(text + end)
        try file.sync()
        try file.close()
        try folder.rename(hidden, to: folder, as: FileName.literal("\(table).\(format.rawValue)"), replacing: true)
    }

    private func fields(_ dossier: CountedDossier) -> [String] {
        func text(_ moment: Moment?) -> String { moment?.description ?? "" }
        return [
            dossier.code.description, dossier.procedure, String(dossier.level), dossier.agency.description,
            dossier.channel, text(dossier.receivedAt), text(dossier.countedFrom), dossier.state.rawValue,
            text(dossier.completedAt), text(dossier.handOverDue), text(dossier.handedOverAt), text(dossier.due),
            text(dossier.finishedAt), dossier.ending?.rawValue ?? "", text(dossier.returnedAt),
            String(dossier.extended),
            String(dossier.isPaused), (dossier.firstFindings ?? []).joined(separator: " "), dossier.signature.rawValue,
        ]
    }

    /// What stands before the first row; what was loaded before is replaced in the same transaction.
    private func head(_ table: String, _ columns: [String]) -> [UInt8] {
        switch format {
        case .csv: return CSVText.head(columns)
        case .jsonl: return []
        case .sql:
            let lines = columns.map { "  \($0) \(Self.type(of: $0))" }.joined(separator: ",\n")
            return Array(
                "BEGIN;\nCREATE TABLE IF NOT EXISTS hoso_\(table) (\n\(lines)\n);\nTRUNCATE hoso_\(table);\nCOPY hoso_\(table) (\(columns.joined(separator: ", "))) FROM stdin;\n"
                    .utf8)
        }
    }

    private func line(_ columns: [String], _ fields: [String]) -> [UInt8] {
        switch format {
        case .csv: return CSVText.line(fields)
        case .jsonl:
            let pairs = zip(columns, fields).map { column, field -> (String, String) in
                let type = Self.type(of: column)
                if field.isEmpty { return (column, "null") }
                return (column, type.hasPrefix("int") || type.hasPrefix("boolean") ? field : JSONText.string(field))
            }
            return Array((JSONText.object(pairs) + "\n").utf8)
        case .sql: return Array((fields.map(Self.copied).joined(separator: "\t") + "\n").utf8)
        }
    }

    private var end: [UInt8] { format == .sql ? Array("\\.\nCOMMIT;\n".utf8) : [] }

    private static func type(of column: String) -> String {
        switch column {
        case "number": "integer PRIMARY KEY"
        case "code": "text PRIMARY KEY"
        case "level": "integer"
        case "extended", "paused": "boolean"
        case "at", "received_at", "counted_from", "completed_at", "hand_over_due", "handed_over_at", "due",
            "finished_at",
            "returned_at":
            "timestamptz"
        default: "text"
        }
    }

    /// A field as PostgreSQL's COPY reads it.
    private static func copied(_ field: String) -> String {
        guard !field.isEmpty else { return "\\N" }
        var text = ""
        for character in field.unicodeScalars {
            switch character {
            case "\\": text += "\\\\"
            case "\t": text += "\\t"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            default: text.unicodeScalars.append(character)
            }
        }
        return text
    }
}
