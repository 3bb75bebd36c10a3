import Documents
import Dossiers

/// A report for programs: the same tables as XML and as JSON.
extension Report {
    package var xml: [UInt8] {
        var writer = XMLWriter()
        writer.element("report", [("xmlns", "urn:hoso:report:1"), ("name", name), ("title", title)]) { writer in
            writer.element("frame", about)
            for table in tables {
                writer.element("table", [("id", table.id), ("caption", table.caption)]) { writer in
                    for row in table.rows {
                        writer.element("row", row.isTotal ? [("total", "true")] : []) { writer in
                            for (column, cell) in zip(table.columns, row.cells) {
                                writer.element("cell", [("column", column.key)], text: cell.plain)
                            }
                        }
                    }
                }
            }
        }
        return writer.finish()
    }

    /// One object on one line; figures are numbers, everything else is text.
    package var json: [UInt8] {
        let tables = tables.map { table in
            let rows = table.rows.map { row in
                ReportJSON.object(
                    zip(table.columns, row.cells).map { ($0.key, ReportJSON.value($1)) }
                        + (row.isTotal ? [("isTotal", "true")] : []))
            }
            return ReportJSON.object([
                ("id", ReportJSON.string(table.id)), ("caption", ReportJSON.string(table.caption)),
                ("rows", "[" + rows.joined(separator: ",") + "]"),
            ])
        }
        let frame = ReportJSON.object(about.map { ($0, $0 == "ledgerNumber" ? $1 : ReportJSON.string($1)) })
        let text = ReportJSON.object([
            ("report", ReportJSON.string(name)), ("title", ReportJSON.string(title)), ("frame", frame),
            ("tables", "[" + tables.joined(separator: ",") + "]"),
        ])
        return Array((text + "\n").utf8)
    }

    var about: [(String, String)] {
        [
            ("site", frame.siteName), ("siteCode", frame.siteCode), ("from", frame.from.description),
            ("to", frame.to.description), ("asOf", frame.asOf.description),
            ("ledgerNumber", String(frame.ledgerNumber)), ("ledgerHead", frame.ledgerHead),
            ("calendarVersion", frame.calendarVersion), ("rulesVersion", frame.rulesVersion),
        ]
    }
}
