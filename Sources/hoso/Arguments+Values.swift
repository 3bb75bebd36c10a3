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

    /// Takes `--from` and `--to`, in that order in time where both are said.
    mutating func period() throws(UsageError) -> (from: Day?, to: Day?) {
        let (from, to) = (try day("--from"), try day("--to"))
        if let to { try Self.expect(from, before: to, called: "--to \(to)") }
        return (from, to)
    }

    /// Throws where the first day of a period is after the last, which is today where nobody said.
    static func expect(_ from: Day?, before last: Day, called name: String? = nil) throws(UsageError) {
        guard let from, from > last else { return }
        let name = name ?? "today, \(last)"
        throw UsageError(message: "--from \(from) is after \(name): the first day and the last are expected")
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

    mutating func number(_ name: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let text = try value(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            let most = range.upperBound == .max ? "up" : "to \(range.upperBound)"
            throw UsageError(message: "\(name) takes a number from \(range.lowerBound) \(most), not «\(text)»")
        }
        return number
    }

    /// A number of seconds from 1 to a day.
    mutating func seconds(_ name: String) throws(UsageError) -> Int? { try number(name, in: 1...86_400) }

    /// Takes the next plain word, which is a dossier's code.
    mutating func code() throws(UsageError) -> DossierCode {
        let text = try required("a dossier's code")
        guard let code = DossierCode(text) else {
            throw UsageError(message: "«\(text)» is no dossier code such as 000.00.10.H34-261123-0001")
        }
        return code
    }

    /// The dossier's code that an option names.
    mutating func dossier(_ name: String) throws(UsageError) -> DossierCode? {
        guard let text = try value(name) else { return nil }
        guard let code = DossierCode(text) else {
            throw UsageError(message: "\(name) takes a dossier's code such as 000.00.10.H34-261123-0001, not «\(text)»")
        }
        return code
    }

    /// Takes the next plain word, which is one of these.
    @discardableResult
    mutating func word(of known: String...) throws(UsageError) -> String {
        let list = known.map { "«\($0)»" }.joined(separator: " or ")
        let word = try required(list)
        guard known.contains(word) else { throw UsageError(message: "\(list) expected, not «\(word)»") }
        return word
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
