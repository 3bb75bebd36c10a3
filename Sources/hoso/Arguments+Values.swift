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

    /// A number of seconds from 1 to a day.
    mutating func seconds(_ name: String) throws(UsageError) -> Int? {
        guard let text = try value(name) else { return nil }
        guard let seconds = Int(text), (1...86_400).contains(seconds) else {
            throw UsageError(message: "\(name) takes a number of seconds from 1 to 86400, not «\(text)»")
        }
        return seconds
    }

    mutating func code(_ text: String) throws(UsageError) -> DossierCode {
        guard let code = DossierCode(text) else {
            throw UsageError(message: "«\(text)» is no dossier code such as 000.00.10.H34-261123-0001")
        }
        return code
    }

    mutating func agency(_ name: String) throws(UsageError) -> AgencyCode? {
        guard let text = try value(name) else { return nil }
        guard let agency = AgencyCode(text) else {
            throw UsageError(message: "\(name) takes an agency's code such as 000.00.10.H34, not «\(text)»")
        }
        return agency
    }

    /// Text unless said.
    mutating func format() throws(UsageError) -> OutputFormat {
        try choice("--format", OutputFormat.allCases) ?? .text
    }
}
