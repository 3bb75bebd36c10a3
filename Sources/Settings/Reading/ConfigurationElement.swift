import Documents

/// An element of a configuration file, with the names that it may hold: what is misnamed, missing or misspelt is taken down
/// as it is read.
///
/// A name that is unknown but near to one that is missing counts as that one, so that one slip is one mistake.
struct ConfigurationElement {
    static let namespace = "urn:hoso:config:1"

    let name: String
    let line: Int
    let file: String
    let problems: Problems
    private let element: XMLElement
    private let attributes: [String: String]
    private let children: [(name: String, element: XMLElement)]

    /// `children` is nil where anything may stand inside.
    init(
        _ element: XMLElement, as name: String, attributes known: [String], children knownChildren: [String]?,
        file: String, problems: Problems
    ) {
        self.name = name
        self.line = element.line
        self.file = file
        self.problems = problems
        self.element = element

        var attributes: [String: String] = [:]
        // Attributes of other namespaces, such as xsi:schemaLocation for editors, are left to the schema.
        let given = element.attributeNames.filter { element.attribute($0) != nil }
        for attribute in given {
            var key = attribute
            if !known.contains(attribute) {
                guard knownChildren != nil else { continue }
                let near = nearest(to: attribute, of: known.filter { !given.contains($0) })
                let hint = near.map { "did you mean \($0)?" } ?? "expected " + listed(known, of: "attribute")
                problems.add(
                    "unknown attribute \(attribute) on <\(name)>: \(hint)", in: file, line: element.line,
                    about: attribute, near ?? attribute)
                guard let near else { continue }
                key = near
            }
            attributes[key] = element.attribute(attribute)
        }
        self.attributes = attributes

        guard let knownChildren else {
            children = element.children.map { ($0.name, $0) }
            return
        }
        children = element.children.compactMap { child in
            if child.namespace == ConfigurationElement.namespace, knownChildren.contains(child.name) {
                return (child.name, child)
            }
            let near = nearest(to: child.name, of: knownChildren)
            let hint =
                child.namespace != ConfigurationElement.namespace && near == child.name
                ? "it must be in the namespace \(ConfigurationElement.namespace)"
                : near.map { "did you mean <\($0)>?" } ?? "expected " + listed(knownChildren, of: "element")
            problems.add(
                "unknown element <\(child.name)> in <\(name)>: \(hint)", in: file, line: child.line,
                about: child.name, near ?? child.name)
            return near.map { ($0, child) }
        }
    }

    /// The element's own text, without white space around it; nil and a mistake where there is none.
    func words() -> String? {
        let text = trimmed(element.text)
        guard text.isEmpty else { return text }
        report("<\(name)> is empty: expected some text", about: name)
        return nil
    }

    /// The text inside, without white space around it; it may be empty.
    var prose: String { trimmed(element.text) }

    /// The attribute's value; nil and a mistake where it is absent or not of the kind.
    func required<Value>(_ attribute: String, _ setting: Setting<Value>) -> Value? {
        guard attributes[attribute] != nil else {
            report("<\(name)> has no \(attribute): expected \(setting.expected)", about: attribute)
            return nil
        }
        return optional(attribute, setting)
    }

    /// The attribute's value; nil where it is absent, nil and a mistake where it is not of the kind.
    func optional<Value>(_ attribute: String, _ setting: Setting<Value>) -> Value? {
        guard let text = attributes[attribute].map(trimmed) else { return nil }
        if let value = setting.read(text) { return value }
        report("\(attribute)=\(shown(text)) on <\(name)>: expected \(setting.expected)", about: attribute)
        return nil
    }

    /// The words of a list, parted by white space; a mistake for each that is not of the kind or stands twice.
    func list<Value: Hashable>(_ attribute: String, _ setting: Setting<Value>) -> [Value]? {
        guard let text = attributes[attribute] else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard !words.isEmpty else {
            report("\(attribute) on <\(name)> is empty: expected \(setting.expected)", about: attribute)
            return nil
        }
        var values: [Value] = []
        for word in words {
            guard let value = setting.read(word) else {
                report("\(shown(word)) in \(attribute) on <\(name)>: expected \(setting.expected)", about: attribute)
                continue
            }
            if values.contains(value) {
                report("\(shown(word)) stands twice in \(attribute) on <\(name)>", about: attribute)
            } else {
                values.append(value)
            }
        }
        return values.count == words.count ? values : nil
    }

    func has(_ attribute: String) -> Bool { attributes[attribute] != nil }

    func all(_ child: String, attributes: [String] = [], children: [String]? = []) -> [ConfigurationElement] {
        self.children.filter { $0.name == child }.map {
            ConfigurationElement(
                $0.element, as: child, attributes: attributes, children: children, file: file, problems: problems)
        }
    }

    /// Every child, whatever its name, with any content.
    func allChildren(attributes: [String]) -> [ConfigurationElement] {
        children.map {
            ConfigurationElement(
                $0.element, as: $0.name, attributes: attributes, children: nil, file: file, problems: problems)
        }
    }

    /// The only child of that name; nil where there is none, and a mistake for each further one.
    func optionalChild(
        _ child: String, attributes: [String] = [], children: [String]? = []
    ) -> ConfigurationElement? {
        let found = all(child, attributes: attributes, children: children)
        for further in found.dropFirst() {
            further.report("<\(child)> stands twice: the first is in line \(found[0].line)", about: child)
        }
        return found.first
    }

    /// The only child of that name; nil and a mistake where there is none.
    func child(_ child: String, attributes: [String] = [], children: [String]? = []) -> ConfigurationElement? {
        let found = optionalChild(child, attributes: attributes, children: children)
        if found == nil { report("<\(name)> has no <\(child)>", about: child) }
        return found
    }

    func report(_ message: String, about subject: String, isWarning: Bool = false) {
        problems.add(message, in: file, line: line, about: subject, isWarning: isWarning)
    }
}

/// A value as a message shows it: quoted, short, and without anything that a terminal would obey.
func shown(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(60) {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            shown += "\\u{\(String(scalar.value, radix: 16))}"
        default: shown.unicodeScalars.append(scalar)
        }
    }
    return "\"\(shown)\(text.unicodeScalars.count > 60 ? "…" : "")\""
}

/// Without XML's white space at both ends.
func trimmed(_ text: String) -> String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { [9, 10, 13, 32].contains(scalar.value) }
    let scalars = text.unicodeScalars.drop(while: isSpace)
    guard let end = scalars.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(scalars[...end])
}

/// The name at most two slips away, where one is clearly meant.
private func nearest(to name: String, of names: [String]) -> String? {
    guard name.utf8.count <= 40 else { return nil }
    let ranked = names.map { ($0, slips(Array(name.lowercased().utf8), Array($0.lowercased().utf8))) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= 2,
        best.1 * 2 <= max(best.0.utf8.count, name.utf8.count)
    else { return nil }
    return best.0
}

/// How many letters must be put in, left out or changed (Levenshtein).
private func slips(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
        var diagonal = row[0]
        row[0] = index + 1
        for column in right.indices {
            let above = row[column + 1]
            row[column + 1] = min(above + 1, row[column] + 1, diagonal + (letter == right[column] ? 0 : 1))
            diagonal = above
        }
    }
    return row[right.count]
}

private func listed(_ names: [String], of kind: String) -> String {
    names.isEmpty ? "no \(kind)" : (names.count == 1 ? "" : "one of ") + names.joined(separator: ", ")
}
