private import Bytes

/// The wording of a notice with places for values: `{{name}}`, `{{#list}}…{{/list}}` and `{{^name}}…{{/name}}`; `{{>name}}` puts
/// in a part that several have in common.
///
/// Values are escaped for what the template makes, so that none can become markup (OP4) or a line of its own.
package struct Template: Sendable {
    /// What is made of it.
    package enum Kind: Sendable { case plain, html }

    private indirect enum Part: Sendable {
        case words([UInt8])
        case value(String)
        case section(String, [Part])
        case inverted(String, [Part])
    }

    private let parts: [Part]
    private let kind: Kind

    /// Throws a `TemplateProblem` where a place is not closed or its name is not known.
    ///
    /// - Parameters:
    ///   - known: every name that the notices give a value.
    ///   - shared: the parts that `{{>name}}` may put in, of the same kind.
    package init(
        _ text: String, kind: Kind, known: Set<String>, shared: [String: Template] = [:]
    ) throws(TemplateProblem) {
        var reading = Reading(rest: Array(text.utf8)[...], known: known, shared: shared.mapValues(\.parts))
        parts = try reading.parts(until: nil)
        self.kind = kind
    }

    /// The words with their values; a name without one shows nothing.
    package func filled(_ values: [String: TemplateValue]) -> String {
        String(decoding: bytes(values), as: UTF8.self)
    }

    /// The same as UTF-8.
    package func bytes(_ values: [String: TemplateValue]) -> [UInt8] {
        var text: [UInt8] = []
        write(parts, [values], into: &text)
        return text
    }

    /// Whether the value of a name is written somewhere.
    func shows(_ name: String) -> Bool { Self.show(name, in: parts) }

    private static func show(_ name: String, in parts: [Part]) -> Bool {
        parts.contains { part in
            switch part {
            case .words: false
            case .value(let shown): shown == name
            case .section(_, let inner), .inverted(_, let inner): show(name, in: inner)
            }
        }
    }

    private func write(_ parts: [Part], _ scopes: [[String: TemplateValue]], into text: inout [UInt8]) {
        for part in parts {
            switch part {
            case .words(let words): text += words
            case .value(let name):
                switch Self.find(name, scopes) {
                case .text(let value): text += escaped(value).utf8
                case .markup(let make) where kind == .html: text += make().utf8
                case .list, .markup, nil: continue
                }
            case .section(let name, let inner):
                switch Self.find(name, scopes) {
                case .list(let items): for item in items { write(inner, scopes + [item], into: &text) }
                case .text(let value) where !value.isEmpty: write(inner, scopes, into: &text)
                case .markup where kind == .html: write(inner, scopes, into: &text)
                case .text, .markup, nil: continue
                }
            case .inverted(let name, let inner):
                switch Self.find(name, scopes) {
                case .list(let items) where !items.isEmpty: continue
                case .text(let value) where !value.isEmpty: continue
                case .markup where kind == .html: continue
                default: write(inner, scopes, into: &text)
                }
            }
        }
    }

    private static func find(_ name: String, _ scopes: [[String: TemplateValue]]) -> TemplateValue? {
        for scope in scopes.reversed() {
            if let value = scope[name] { return value }
        }
        return nil
    }

    private func escaped(_ value: String) -> String {
        switch kind {
        case .plain: ShownText.line(value)
        case .html: HTMLText.escaped(value)
        }
    }

    /// A walk over the text of a template.
    private struct Reading {
        private static let opening = Array("{{".utf8)
        private static let closing = Array("}}".utf8)

        var rest: ArraySlice<UInt8>
        let known: Set<String>
        let shared: [String: [Part]]
        var line = 1

        mutating func parts(until end: String?) throws(TemplateProblem) -> [Part] {
            var parts: [Part] = []
            let start = line
            while let open = rest.firstOffset(of: Self.opening) {
                take(rest[..<open], into: &parts)
                rest = rest[(open + Self.opening.count)...]
                guard let close = rest.firstOffset(of: Self.closing) else {
                    throw TemplateProblem(line: line, message: "«{{» without «}}»")
                }
                let tag = String(decoding: rest[..<close], as: UTF8.self)
                rest = rest[(close + Self.closing.count)...]
                if tag.first == ">" {
                    let name = tag.dropFirst().drop { $0 == " " }
                    guard let part = shared[String(name)] else {
                        throw TemplateProblem(line: line, message: "«\(name)» is not a part that is there")
                    }
                    parts += part
                    continue
                }
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
            rest = []
            return parts
        }

        private mutating func take(_ words: ArraySlice<UInt8>, into parts: inout [Part]) {
            guard !words.isEmpty else { return }
            line += words.count { $0 == UInt8(ascii: "\n") }
            parts.append(.words(Array(words)))
        }
    }
}
