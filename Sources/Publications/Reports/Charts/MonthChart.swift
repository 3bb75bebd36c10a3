/// A share for each month, a row of small columns for each agency, against a common target.
package struct MonthChart: Sendable {
    package struct Row: Sendable {
        package let label: String
        /// One for each month.
        package let rates: [Rate]

        package init(_ label: String, _ rates: [Rate]) {
            self.label = label
            self.rates = rates
        }
    }

    /// Unique in its report.
    package let id: String
    package let title: String
    /// Such as `11/2026`.
    package let months: [String]
    package let rows: [Row]
    /// In tenths of a per cent.
    package let target: Int

    private static let labelWidth = 330
    private static let step = 52
    private static let rowHeight = 70
    private static let columnHeight = 40

    package init(id: String, title: String, months: [String], rows: [Row], target: Int) {
        precondition(rows.allSatisfy { $0.rates.count == months.count }, "a row has a rate for each month")
        self.id = id
        self.title = title
        self.months = months
        self.rows = rows
        self.target = target
    }

    package var isEmpty: Bool { rows.allSatisfy { $0.rates.allSatisfy { $0.whole == 0 } } }

    /// What the picture says, for those who do not see it.
    package var words: String {
        rows.map { row in
            let parts = zip(months, row.rates).filter { $1.whole > 0 }.map { "\($0) \($1.vietnamese)" }
            return "\(row.label): \(parts.isEmpty ? "—" : parts.joined(separator: ", "))"
        }.joined(separator: "; ") + ". Mục tiêu \(Rate(target, of: 1000).vietnamese)."
    }

    package var svg: String {
        let height = rows.count * Self.rowHeight + 26
        let width = max(960, Self.labelWidth + months.count * Self.step + 10)
        var text =
            "<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\">\n"
            + "<title id=\"\(id)-t\">\(HTMLText.escaped(title))</title>\n"
            + "<desc id=\"\(id)-d\">\(HTMLText.escaped(words))</desc>\n"
        for (index, row) in rows.enumerated() { text += draw(row, y: index * Self.rowHeight) }
        for (index, month) in months.enumerated() {
            text +=
                "<text class=\"c\" x=\"\(Self.x(index) + 20)\" y=\"\(height - 8)\">\(HTMLText.escaped(month))</text>\n"
        }
        return text + "</svg>\n"
    }

    private func draw(_ row: Row, y: Int) -> String {
        let bottom = y + 8 + Self.columnHeight
        var text =
            "<text class=\"l\" x=\"\(Self.labelWidth - 8)\" y=\"\(bottom - 14)\">\(HTMLText.escaped(BarChart.short(row.label)))</text>\n"
        for (index, rate) in row.rates.enumerated() {
            let x = Self.x(index)
            guard let tenths = rate.tenths else {
                text += "<text class=\"c\" x=\"\(x + 20)\" y=\"\(bottom + 13)\">—</text>\n"
                continue
            }
            let height = max(1, tenths * Self.columnHeight / 1000)
            text +=
                "<rect class=\"\(tenths < target ? "s1" : "s0")\" x=\"\(x)\" y=\"\(bottom - height)\" width=\"40\" height=\"\(height)\"/>\n"
                + "<text class=\"c\" x=\"\(x + 20)\" y=\"\(bottom + 13)\">\(rate.vietnamese)</text>\n"
        }
        let line = bottom - target * Self.columnHeight / 1000
        return text
            + "<line class=\"m\" x1=\"\(Self.labelWidth)\" y1=\"\(line)\" x2=\"\(Self.x(months.count))\" y2=\"\(line)\"/>\n"
    }

    private static func x(_ index: Int) -> Int { labelWidth + index * step }
}
