/// A table of the published site, which becomes a card for each row where the screen is narrow.
///
/// Roles stand in it because browsers take a table's meaning away with its layout.
struct SiteTable {
    struct Column {
        /// As HTML.
        let title: String
        var group: String?
        var isNumber = false

        /// What stands beside a value where a row is a card.
        var label: String { group.map { "\($0): \(title)" } ?? title }
    }

    struct Row {
        /// As HTML, one for each column.
        let cells: [String]
        var isTotal = false
    }

    /// As HTML.
    let caption: String
    /// Whether only screen readers are told the caption, since the heading above says the same.
    var isCaptionHidden = false
    let columns: [Column]
    /// The column whose cell names the row.
    var heading = 0
    let rows: [Row]

    /// From so many columns on a tablet is too narrow as well.
    private static let wide = 8
    /// From so many on, a small desk too.
    private static let widest = 14

    var html: String {
        let classes =
            "cards" + (columns.count >= Self.wide ? " wide" : "") + (columns.count >= Self.widest ? " widest" : "")
        let hidden = isCaptionHidden ? " class=\"vh\"" : ""
        let labels = columns.map { $0.label.replacing(#/<[^>]*>/#, with: "") }
        let body = rows.filter { !$0.isTotal }.map { line($0, labels) }.joined()
        let totals = rows.filter(\.isTotal).map { line($0, labels) }.joined()
        return
            "<table class=\"\(classes)\" role=\"table\">\n<caption\(hidden)>\(caption)</caption>\n<thead role=\"rowgroup\">\n\(head)</thead>\n"
            + "<tbody role=\"rowgroup\">\n\(body)</tbody>\n"
            + (totals.isEmpty ? "" : "<tfoot role=\"rowgroup\">\n\(totals)</tfoot>\n") + "</table>\n"
    }

    private var head: String {
        let isGrouped = columns.contains { $0.group != nil }
        var first = ""
        var second = ""
        var index = 0
        while index < columns.count {
            guard let group = columns[index].group else {
                first += title(columns[index], isGrouped ? " rowspan=\"2\"" : "")
                index += 1
                continue
            }
            let end = columns[index...].firstIndex { $0.group != group } ?? columns.count
            first += "<th scope=\"colgroup\" role=\"columnheader\" colspan=\"\(end - index)\">\(group)</th>"
            for column in columns[index..<end] { second += title(column, "") }
            index = end
        }
        return "<tr role=\"row\">\(first)</tr>\n" + (isGrouped ? "<tr role=\"row\">\(second)</tr>\n" : "")
    }

    private func title(_ column: Column, _ span: String) -> String {
        "<th scope=\"col\" role=\"columnheader\"\(span)\(column.isNumber ? " class=\"d\"" : "")>\(column.title)</th>"
    }

    private func line(_ row: Row, _ labels: [String]) -> String {
        let cells = zip(columns, row.cells).enumerated().map { index, field -> String in
            let (column, cell) = field
            let number = column.isNumber ? " class=\"d\"" : ""
            if index == heading { return "<th scope=\"row\" role=\"rowheader\"\(number)>\(cell)</th>" }
            return "<td role=\"cell\"\(number) data-label=\"\(labels[index])\"><span>\(cell)</span></td>"
        }
        return "<tr role=\"row\">\(cells.joined())</tr>\n"
    }
}
