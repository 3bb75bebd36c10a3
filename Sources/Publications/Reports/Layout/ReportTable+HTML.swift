/// A table with its caption and scopes, and the lists that its figures link to.
extension ReportTable {
    func write<Failure: Error>(
        into page: inout ReportText, _ put: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        page +=
            "<table id=\"\(id)\">\n<caption>\(HTMLText.escaped(caption))</caption>\n<thead>\n\(head)</thead>\n<tbody>\n"
        for (index, row) in rows.enumerated() where !row.isTotal {
            page += line(row, index)
            try page.handOver(put)
        }
        page += "</tbody>\n"
        if !rows.arePlain, rows.contains(where: \.isTotal) {
            page += "<tfoot>\n"
            for (index, row) in rows.enumerated() where row.isTotal { page += line(row, index) }
            page += "</tfoot>\n"
        }
        page += "</table>\n"
        if rows.isEmpty { page += "<p>Không có dòng nào.</p>\n" }
        for note in notes + apart.map(\.note) { page += "<p class=\"n\">\(HTMLText.escaped(note))</p>\n" }
    }

    private var head: String {
        let grouped = columns.contains { $0.group != nil }
        var first = ""
        var second = ""
        var index = 0
        while index < columns.count {
            let column = columns[index]
            guard let group = column.group else {
                first += "<th scope=\"col\"\(grouped ? " rowspan=\"2\"" : "")>\(HTMLText.escaped(column.title))</th>"
                index += 1
                continue
            }
            let end = columns[index...].firstIndex { $0.group != group } ?? columns.count
            first += "<th scope=\"colgroup\" colspan=\"\(end - index)\">\(HTMLText.escaped(group))</th>"
            for member in columns[index..<end] { second += "<th scope=\"col\">\(HTMLText.escaped(member.title))</th>" }
            index = end
        }
        var text = "<tr>\(first)</tr>\n"
        if grouped { text += "<tr>\(second)</tr>\n" }
        guard columns.contains(where: { $0.number != nil }) else { return text }
        return text + "<tr class=\"k\">" + columns.map { "<td>\($0.number.map { "(\($0))" } ?? "")</td>" }.joined()
            + "</tr>\n"
    }

    private func line(_ row: Row, _ index: Int) -> String {
        let cells = row.cells.enumerated().map { column, cell -> String in
            var classes = cell.isNumber ? ["d"] : []
            if cell.alarm { classes.append("a") }
            let attribute = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
            let value = Self.shown(cell, anchor: cell.behind == .nothing ? nil : anchor(index, column))
            // The last of the heading columns names the row for a screen reader.
            return column == headings - 1
                ? "<th scope=\"row\"\(attribute)>\(value)</th>" : "<td\(attribute)>\(value)</td>"
        }
        return "<tr>\(cells.joined())</tr>\n"
    }

    private static func shown(_ cell: ReportCell, anchor: String?) -> String {
        var text = HTMLText.escaped(cell.vietnamese)
        if case .named(_, let name) = cell.value { text += "<br><small>\(HTMLText.escaped(name))</small>" }
        return anchor.map { "<a href=\"#\($0)\">\(text)</a>" } ?? text
    }

    private func anchor(_ row: Int, _ column: Int) -> String { "\(id)-\(row)-\(column)" }

    /// Whether any figure counts dossiers.
    var hasLists: Bool { !rows.arePlain && rows.contains { $0.cells.contains { $0.behind != .nothing } } }

    /// For each figure that counts dossiers, what it counts.
    func writeLists<Failure: Error>(
        into page: inout ReportText, _ put: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        for (index, row) in rows.enumerated() {
            for (column, cell) in row.cells.enumerated() {
                guard let items = items(cell.behind) else { continue }
                page +=
                    "<dt id=\"\(anchor(index, column))\">\(HTMLText.escaped(title(row, column))): \(HTMLText.escaped(cell.vietnamese))</dt>\n"
                    + "<dd><ul>\(items)</ul></dd>\n"
                try page.handOver(put)
            }
        }
    }

    private func items(_ behind: ReportCell.Behind) -> String? {
        switch behind {
        case .nothing: nil
        case .codes(let codes):
            codes.lines.map { (codes.isShortened ? "<li class=\"s\">" : "<li>") + $0 }.joined(separator: "\n")
        case .submissions(let ids): ids.map { "<li>" + HTMLText.escaped($0) }.joined(separator: "\n")
        case .cells(let places):
            places.filter { rows[$0.row].cells[$0.column].behind != .nothing }.map { place in
                let row = rows[place.row]
                return "<li class=\"s\"><a href=\"#\(anchor(place.row, place.column))\">"
                    + "\(HTMLText.escaped(title(row, place.column))): \(HTMLText.escaped(row.cells[place.column].vietnamese))</a>"
            }.joined(separator: "\n")
        }
    }

    /// `Lý lịch tư pháp, đã giải quyết: quá hạn`.
    private func title(_ row: Row, _ column: Int) -> String {
        let about = row.cells.prefix(headings).filter { !$0.isNumber && $0.value != .nothing }.map(\.vietnamese)
        let group = columns[column].group.map { "\($0): " } ?? ""
        return (about + [group + columns[column].title]).joined(separator: " · ")
    }
}
