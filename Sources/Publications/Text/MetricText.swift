/// A label's value in a metric (the text format of OpenMetrics): nothing in it can end the label or begin a line.
///
/// Cut after 100 characters, since every value is a series of its own for ever.
package struct MetricText: Sendable, Hashable, CustomStringConvertible {
    private static let longest = 100

    /// With its quotation marks.
    package let description: String

    package init(_ value: some StringProtocol) {
        var text = "\""
        for scalar in ShownText.line(String(value.prefix(Self.longest))).unicodeScalars {
            if scalar == "\\" || scalar == "\"" { text += "\\" }
            text.unicodeScalars.append(scalar)
        }
        description = text + "\""
    }
}
