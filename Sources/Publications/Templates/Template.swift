/// The wording of a notice with places for values: `{{name}}`, `{{#list}}…{{/list}}` and `{{^name}}…{{/name}}`.
///
/// Values are escaped for what the template makes, so that none can become markup (OP4) or a line of its own.
package struct Template: Sendable {
    /// What is made of it.
    package enum Kind: Sendable { case plain, html }

    private indirect enum Part: Sendable {
        case words(String)
        case value(String)
        case section(String, [Part])
        case inverted(String, [Part])
    }

    private let parts: [Part]
    private let kind: Kind

    /// Throws a `TemplateProblem` where a place is not closed or its name is not known.
    ///
    /// - Parameter known: every name that the notices give a value.
    package init(_ text: String, kind: Kind, known: Set<String>) throws(TemplateProblem) {
        var reading = Reading(rest: Substring(text), known: known)
        parts = try reading.parts(until: nil)
        self.kind = kind
    }

    /// The words with their values; a name without one shows nothing.
    package func filled(_ values: [String: TemplateValue]) -> String {
        var text = ""
        write(parts, [values], into: &text)
        return text
    }

    private func write(_ parts: [Part], _ scopes: [[String: TemplateValue]], into text: inout String) {
        for part in parts {
            switch part {
            case .words(let words): text += words
            case .value(let name):
                guard case .text(let value) = Self.find(name, scopes) else { continue }
                text += escaped(value)
            case .section(let name, let inner):
                switch Self.find(name, scopes) {
                case .list(let items): for item in items { write(inner, scopes + [item], into: &text) }
                case .text(let value) where !value.isEmpty: write(inner, scopes, into: &text)
                case .text, nil: continue
                }
            case .inverted(let name, let inner):
                switch Self.find(name, scopes) {
                case .list(let items) where !items.isEmpty: continue
                case .text(let value) where !value.isEmpty: continue
                default: write(inner, scopes, into: &text)
                }
            }
        }
    }

    private static func find(_ name: String, _ scopes: [[String: TemplateValue]]) -> TemplateValue? {
        scopes.reversed().lazy.compactMap { $0[name] }.first
    }

    private func escaped(_ value: String) -> String {
        switch kind {
        case .plain: ShownText.line(value)
        case .html: HTMLText.escaped(value)
        }
    }

    /// A walk over the text of a template.
    private struct Reading {
        var rest: Substring
        let known: Set<String>
        var line = 1

        mutating func parts(until end: String?) throws(TemplateProblem) -> [Part] {
            var parts: [Part] = []
            let start = line
            while let open = rest.firstRange(of: "{{") {
                take(rest[..<open.lowerBound], into: &parts)
                rest = rest[open.upperBound...]
                guard let close = rest.firstRange(of: "}}") else {
                    throw TemplateProblem(line: line, message: "«{{» without «}}»")
                }
                let tag = rest[..<close.lowerBound]
                rest = rest[close.upperBound...]
                let name = String(tag.drop { "#^/".contains($0) })
                guard known.contains(name) else {
                    throw TemplateProblem(line: line, message: "«\(name)» is not a name that a notice knows")
                }
                switch tag.first {
                case "#": parts.append(.section(name, try self.parts(until: name)))
                case "^": parts.append(.inverted(name, try self.parts(until: name)))
                case "/":
                    guard name == end else {
                        throw TemplateProblem(line: line, message: "«{{/\(name)}}» closes nothing that is open here")
                    }
                    return parts
                default: parts.append(.value(name))
                }
            }
            if let end { throw TemplateProblem(line: start, message: "«{{#\(end)}}» is not closed") }
            take(rest, into: &parts)
            rest = ""
            return parts
        }

        private mutating func take(_ words: Substring, into parts: inout [Part]) {
            guard !words.isEmpty else { return }
            line += words.count { $0 == "\n" || $0 == "\r\n" }
            parts.append(.words(String(words)))
        }
    }
}
