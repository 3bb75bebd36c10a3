import Dossiers

/// Options whose values have a meaning of their own.
extension Arguments {
    mutating func day(_ name: String) throws(UsageError) -> Day? {
        guard let text = try value(name) else { return nil }
        guard let day = Day(text) else {
            throw UsageError(message: "\(name) takes a day such as 2026-11-23, not «\(text)»")
        }
        return day
    }

    mutating func choice<Choice: RawRepresentable<String>>(
        _ name: String, _ choices: [Choice]
    ) throws(UsageError) -> Choice? {
        guard let text = try value(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let known = choices.map(\.rawValue)
            throw UsageError(
                message: "\(name) takes \(known.joined(separator: ", ")), not «\(text)»"
                    + Suggestion.text(for: text, among: known))
        }
        return choice
    }

    /// Text unless said.
    mutating func format() throws(UsageError) -> OutputFormat {
        try choice("--format", OutputFormat.allCases) ?? .text
    }
}
