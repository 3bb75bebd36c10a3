import Bytes
import Dossiers
import Files
import Signatures
import Ledgers
import Publications
import Settings

/// Dossiers and events for a data warehouse: codes, times and stable words, nobody's data (Điều 13.5).
package struct Export {
    package enum Format: String, Sendable, CaseIterable { case csv, jsonl, sql }

    private static let dossiers = [
        "code", "procedure", "level", "agency", "channel", "received_at", "counted_from", "state", "completed_at",
        "hand_over_due", "handed_over_at", "due", "finished_at", "ending", "returned_at", "extended", "paused",
        "findings", "signature", "central", "suspect", "new_date",
    ]
    /// What the first exports did not have.
    private static let added: Set = ["central", "suspect", "new_date"]
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
        try write("events", Self.events) { rows, pass in
            try view.ledger.forEachHead { entry in
                events += 1
                rows.put(entry.number)
                rows.put(entry.at)
                rows.put(entry.dossier)
                rows.put(entry.event)
                rows.put(entry.claim)
                try pass(&rows)
            }
        }
        let count = try Compliance(site: view.site, ledger: view.ledger, folder: view.ledgerFolder).count(for: [])
        try count.goOn()
        let table = count.table()
        let central = Set(
            view.site.catalogue.procedures.values.joined().filter(\.central).map {
                ProcedureVersion(code: $0.code, validFrom: $0.validFrom)
            })
        try write("dossiers", Self.dossiers) { rows, pass in
            try table.forEach {
                let version = ProcedureVersion(code: $0.procedure, validFrom: $0.version)
                put($0, isCentral: $0.isCentral || central.contains(version), into: &rows)
                try pass(&rows)
            }
        }
        try folder.sync()
        return (table.count, events)
    }

    /// Writes a file row by row, which appears when it is whole.
    ///
    /// - Parameter put: passes each row on when it has put its fields.
    private func write(
        _ table: String, _ columns: [String],
        _ put: (inout ExportText, _ pass: (inout ExportText) throws -> Void) throws -> Void
    ) throws {
        let hidden = FileName.literal(".\(table)")
        if try folder.status(of: hidden) != nil { try folder.remove(hidden) }
        var file = try folder.create(hidden)
        var rows = ExportText(format, columns: columns.map { ($0, Self.isText($0)) })
        rows.bytes = head(table, columns)
        try put(&rows) { rows in
            rows.endRow()
            guard rows.bytes.count >= Self.together else { return }
            try file.write(rows.bytes)
            rows.bytes.removeAll(keepingCapacity: true)
        }
        try file.write(rows.bytes + end)
        try file.sync()
        try file.close()
        try folder.rename(hidden, to: folder, as: FileName.literal("\(table).\(format.rawValue)"), replacing: true)
    }

    private func put(_ dossier: CountedDossier, isCentral: Bool, into row: inout ExportText) {
        row.put(dossier.code)
        row.put(dossier.procedure)
        row.put(dossier.level)
        row.put(dossier.agency.description)
        row.put(dossier.channel)
        row.put(dossier.receivedAt)
        row.put(dossier.countedFrom)
        row.put(dossier.state.rawValue)
        row.put(dossier.completedAt)
        row.put(dossier.handOverDue)
        row.put(dossier.handedOverAt)
        row.put(dossier.due)
        row.put(dossier.finishedAt)
        row.put(dossier.ending?.rawValue ?? "")
        row.put(dossier.returnedAt)
        row.put(dossier.newDate != nil)
        row.put(dossier.isPaused)
        row.put((dossier.firstFindings ?? []).joined(separator: " "))
        row.put(dossier.signature.rawValue)
        row.put(isCentral)
        row.put(dossier.isSuspect)
        row.put(dossier.newDate?.date)
    }

    /// What stands before the first row; what was loaded before is replaced in the same transaction.
    private func head(_ table: String, _ columns: [String]) -> [UInt8] {
        switch format {
        case .csv: return CSVText.head(columns)
        case .jsonl: return []
        case .sql:
            let lines = columns.map { "  \($0) \(Self.type(of: $0))" }.joined(separator: ",\n")
            // A table from before lacks the columns that came since.
            let added = columns.filter(Self.added.contains).map {
                "ALTER TABLE hoso_\(table) ADD COLUMN IF NOT EXISTS \($0) \(Self.type(of: $0));\n"
            }.joined()
            return Array(
                "BEGIN;\nCREATE TABLE IF NOT EXISTS hoso_\(table) (\n\(lines)\n);\n\(added)TRUNCATE hoso_\(table);\nCOPY hoso_\(table) (\(columns.joined(separator: ", "))) FROM stdin;\n"
                    .utf8)
        }
    }

    private var end: [UInt8] { format == .sql ? Array("\\.\nCOMMIT;\n".utf8) : [] }

    private static func type(of column: String) -> String {
        switch column {
        case "number": "integer PRIMARY KEY"
        case "code": "text PRIMARY KEY"
        case "level": "integer"
        case "extended", "paused", "central", "suspect": "boolean"
        case "at", "received_at", "counted_from", "completed_at", "hand_over_due", "handed_over_at", "due",
            "finished_at", "returned_at", "new_date":
            "timestamptz"
        default: "text"
        }
    }

    private static func isText(_ column: String) -> Bool {
        let type = type(of: column)
        return !type.hasPrefix("int") && !type.hasPrefix("boolean")
    }
}
