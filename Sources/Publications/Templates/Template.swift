private import Bytes

/// The wording of a notice with places for values: `{{name}}`, `{{#list}}…{{/list}}` and `{{^name}}…{{/name}}`; `{{>name}}` puts
/// in a part that several have in common.
///
/// Values are escaped for what the template makes, so that none can become markup (OP4) or a line of its own.
struct Template: Sendable {
    /// What is made of it.
    enum Kind: Sendable { case plain, html }

    private enum Part: Sendable {
        case words([UInt8])
        case value(ValueName)
        case section(ValueName, [Part])
        case inverted(ValueName, [Part])
    }

    private let parts: [Part]
    private let kind: Kind
    /// Bytes of its words.
    private let size: Int

    /// Throws a `TemplateProblem` where a place is not closed or its name is not known.
    ///
    /// - Parameters:
    ///   - known: what it may show.
    ///   - shared: the parts that `{{>name}}` may put in, of the same kind.
    init(
        _ text: String, kind: Kind, known: [ValueName] = ValueName.allCases, shared: [String: Template] = [:]
    ) throws(TemplateProblem) {
        var reading = Reading(rest: Array(text.utf8)[...], known: known, shared: shared)
        parts = try reading.parts(until: nil)
        size = reading.size
        self.kind = kind
    }

    /// The words with their values; a name without one shows nothing.
    func filled(_ values: TemplateValues) -> String { String(decoding: bytes(values), as: UTF8.self) }

    /// The same as UTF-8.
    func bytes(_ values: TemplateValues) -> [UInt8] {
        var filling = Filling(kind: kind, values: values, size: size)
        filling.write(parts)
        return filling.text
    }

    /// Whether the value of a name is written somewhere.
    func shows(_ name: ValueName) -> Bool { Self.show(name, in: parts) }

    private static func show(_ name: ValueName, in parts: [Part]) -> Bool {
        parts.contains { part in
            switch part {
            case .words: false
            case .value(let shown): shown == name
            case .section(_, let inner), .inverted(_, let inner): show(name, in: inner)
            }
        }
    }

    /// The text that a template becomes, as far as it is written.
    private struct Filling {
        private let kind: Kind
        private let values: TemplateValues
        /// The parts of lists that are being written, the innermost last.
        private var rows: [TemplateRow] = []
        private(set) var text: [UInt8] = []

        init(kind: Kind, values: TemplateValues, size: Int) {
            self.kind = kind
            self.values = values
            // Most values are short, and not every word is written.
            text.reserveCapacity(2 * size)
        }

        mutating func write(_ parts: [Part]) {
            for part in parts {
                switch part {
                case .words(let words): text += words
                case .value(let name): write(name)
                case .section(let name, let inner):
                    if case .list(let items) = self[name] {
                        for item in items {
                            rows.append(item)
                            write(inner)
                            rows.removeLast()
                        }
                    } else if has(name) {
                        write(inner)
                    }
                case .inverted(let name, let inner): if !has(name) { write(inner) }
                }
            }
        }

        private mutating func write(_ name: ValueName) {
            switch self[name] {
            case .text(let value): text += (kind == .html ? HTMLText.escaped(value) : ShownText.line(value)).utf8
            case .markup(let make): if kind == .html { text += make().utf8 }
            case .list, nil: break
            }
        }

        private func has(_ name: ValueName) -> Bool {
            guard let value = self[name], !value.isEmpty else { return false }
            return if case .markup = value { kind == .html } else { true }
        }

        private subscript(name: ValueName) -> TemplateValue? {
            for row in rows.reversed() { if let value = row[name] { return value } }
            return values[name]
        }
    }

    /// A walk over the text of a template.
    private struct Reading {
        private static let opening = Array("{{".utf8)
        private static let closing = Array("}}".utf8)

        private var rest: ArraySlice<UInt8>
        private let known: [ValueName]
        private let shared: [String: Template]
        private(set) var size = 0
        private var line = 1

        init(rest: ArraySlice<UInt8>, known: [ValueName], shared: [String: Template]) {
            self.rest = rest
            self.known = known
            self.shared = shared
        }

        mutating func parts(until end: ValueName?) throws(TemplateProblem) -> [Part] {
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
                    parts += part.parts
                    size += part.size
                    continue
                }
                let word = String(tag.drop { "#^/".contains($0) })
                guard let name = ValueName(stringValue: word), known.contains(name) else {
                    throw TemplateProblem(line: line, message: "«\(word)» is not a name that a notice knows")
                }
                switch tag.first {
                case "#": parts.append(.section(name, try self.parts(until: name)))
                case "^": parts.append(.inverted(name, try self.parts(until: name)))
                case "/":
                    guard name == end else {
                        throw TemplateProblem(line: line, message: "«{{/\(word)}}» closes nothing that is open here")
                    }
                    return parts
                default: parts.append(.value(name))
                }
            }
            if let end { throw TemplateProblem(line: start, message: "«{{#\(end.stringValue)}}» is not closed") }
            take(rest, into: &parts)
            rest = []
            return parts
        }

        private mutating func take(_ words: ArraySlice<UInt8>, into parts: inout [Part]) {
            guard !words.isEmpty else { return }
            line += words.count { $0 == UInt8(ascii: "\n") }
            size += words.count
            parts.append(.words(Array(words)))
        }
    }
}
