/// Horizontal bars under a common scale, each of one part or of several, as values.
package struct BarChart: Sendable {
    package struct Bar: Sendable {
        package let label: String
        /// One for each series, not negative.
        package let values: [Int]
        /// What stands at its end, in the reader's own units.
        package let text: String

        package init(_ label: String, _ values: [Int], text: String) {
            self.label = label
            self.values = values
            self.text = text
        }

        var sum: Int { values.reduce(0, +) }
    }

    /// A limit or a target that bars are read against.
    package struct Line: Sendable {
        package let value: Int
        package let label: String

        package init(_ value: Int, label: String) {
            self.value = value
            self.label = label
        }
    }

    /// Unique in its report.
    package let id: String
    package let title: String
    /// The parts of a bar; one name where bars have one part.
    package let series: [String]
    package let bars: [Bar]
    package var line: Line?
    /// The value of the full width; the longest bar's unless said.
    package var limit: Int?

    package init(id: String, title: String, series: [String], bars: [Bar]) {
        precondition(bars.allSatisfy { $0.values.count == series.count }, "a bar has a part for each series")
        self.id = id
        self.title = title
        self.series = series
        self.bars = bars
    }

    /// Whether there is anything to draw.
    package var isEmpty: Bool { bars.allSatisfy { $0.sum == 0 } }

    /// What the picture says, for those who do not see it.
    package var words: String {
        let lines = bars.map { bar -> String in
            guard series.count > 1 else { return "\(bar.label): \(bar.text)" }
            let parts = zip(series, bar.values).filter { $0.1 > 0 }.map { "\($0) \(VietnameseText.number($1))" }
            return "\(bar.label): \(bar.text)" + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
        }
        return (lines + (line.map { [$0.label] } ?? [])).joined(separator: "; ") + "."
    }
}
