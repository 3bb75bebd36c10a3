/// A picture without script or style of its own: colours come from the page, so that it is good in light, dark and print.
extension BarChart {
    private static let width = 960
    private static let labelWidth = 330
    private static let barsWidth = 500
    private static let rowHeight = 26

    package var svg: String {
        let top = line == nil ? 4 : 24
        let height = top + bars.count * Self.rowHeight + (series.count > 1 ? 30 : 6)
        var text =
            "<svg viewBox=\"0 0 \(Self.width) \(height)\" role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\">\n"
            + "<title id=\"\(id)-t\">\(HTMLText.escaped(title))</title>\n"
            + "<desc id=\"\(id)-d\">\(HTMLText.escaped(words))</desc>\n"
        for (index, bar) in bars.enumerated() { text += row(bar, y: top + index * Self.rowHeight) }
        if let line { text += mark(line, top: top, bottom: top + bars.count * Self.rowHeight) }
        if series.count > 1 { text += legend(y: height - 20) }
        return text + "</svg>\n"
    }

    /// The value that fills the width.
    private var full: Int { max(1, limit ?? max(bars.map(\.sum).max() ?? 0, line?.value ?? 0)) }

    private func length(_ value: Int) -> Int { min(Self.barsWidth, (value * Self.barsWidth + full / 2) / full) }

    private func row(_ bar: Bar, y: Int) -> String {
        var text =
            "<text class=\"l\" x=\"\(Self.labelWidth - 8)\" y=\"\(y + 17)\">\(HTMLText.escaped(Self.short(bar.label)))</text>\n"
        var start = 0
        var sum = 0
        for (index, value) in bar.values.enumerated() where value > 0 {
            sum += value
            let end = max(length(sum), start + 1)
            text +=
                "<rect class=\"s\(index)\" x=\"\(Self.labelWidth + start)\" y=\"\(y + 4)\" width=\"\(end - start)\" height=\"18\"/>\n"
            start = end
        }
        return text
            + "<text x=\"\(Self.labelWidth + start + 6)\" y=\"\(y + 17)\">\(HTMLText.escaped(bar.text))</text>\n"
    }

    private func mark(_ line: Line, top: Int, bottom: Int) -> String {
        let x = Self.labelWidth + length(line.value)
        return "<line class=\"m\" x1=\"\(x)\" y1=\"\(top - 4)\" x2=\"\(x)\" y2=\"\(bottom)\"/>\n"
            + "<text class=\"c\" x=\"\(x)\" y=\"\(top - 8)\">\(HTMLText.escaped(line.label))</text>\n"
    }

    private func legend(y: Int) -> String {
        var text = ""
        var x = 10
        for (index, name) in series.enumerated() {
            text += "<rect class=\"s\(index)\" x=\"\(x)\" y=\"\(y)\" width=\"14\" height=\"14\"/>\n"
            text += "<text x=\"\(x + 20)\" y=\"\(y + 12)\">\(HTMLText.escaped(name))</text>\n"
            x += 44 + 7 * name.count
        }
        return text
    }

    /// What fits beside the bars.
    static func short(_ label: String) -> String { label.count <= 46 ? label : label.prefix(45) + "…" }
}
