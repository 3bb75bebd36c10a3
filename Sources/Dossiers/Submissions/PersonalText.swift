/// A name, number, phone or address of a person: printed by whatever way, it shows as `***` (Luật ATTTM Điều 16–19, CWE-532).
///
/// So neither a log line, a metric, a subject nor the message of a crash can hold one by mistake. Notices, manifests and the
/// ledger, which must hold it, ask for `revealed`.
package struct PersonalText: Sendable, Hashable {
    /// The text itself.
    package let revealed: String

    package init(_ text: String) { revealed = text }

    /// Nil where the text is.
    package init?(_ text: String?) {
        guard let text else { return nil }
        revealed = text
    }
}

extension PersonalText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "***" }
    package var debugDescription: String { description }
    /// Nothing inside for `dump` and for what prints a value by its parts.
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension PersonalText: Codable {
    package init(from decoder: any Decoder) throws {
        revealed = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(revealed)
    }
}

extension PersonalText: ExpressibleByStringLiteral {
    package init(stringLiteral text: StaticString) { revealed = "\(text)" }
}
