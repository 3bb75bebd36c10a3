import Bytes
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
                JSONText.object(
                    zip(table.columns, row.cells).map { ($0.key, $1.json) }
                        + (row.isTotal ? [("isTotal", "true")] : []))
            }
            return JSONText.object([
                ("id", JSONText.string(table.id)), ("caption", JSONText.string(table.caption)),
                ("rows", JSONText.array(rows)),
            ])
        }
        let frame = JSONText.object(about.map { ($0, $0 == "ledgerNumber" ? $1 : JSONText.string($1)) })
        let text = JSONText.object([
            ("report", JSONText.string(name)), ("title", JSONText.string(title)), ("frame", frame),
            ("tables", JSONText.array(tables)),
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

extension ReportCell {
    /// A figure as a number, what is not there as null, everything else as text.
    fileprivate var json: String {
        switch value {
        case .count, .minutes, .money: plain
        case .rate(let rate): rate.tenths == nil ? "null" : rate.plain
        case .nothing: "null"
        case .text, .named, .word, .day, .moment: JSONText.string(plain)
        }
    }
}
