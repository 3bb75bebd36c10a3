/// The values of one part of a list: few, and looked for one by one.
struct TemplateRow: Sendable, ExpressibleByDictionaryLiteral {
    private var values: [(name: ValueName, value: TemplateValue)]

    init(dictionaryLiteral elements: (ValueName, TemplateValue)...) { values = elements.map { (name: $0, value: $1) } }

    subscript(name: ValueName) -> TemplateValue? {
        for value in values where value.name == name { return value.value }
        return nil
    }

    /// With another value beside those that it has, of a name that it does not have.
    func with(_ name: ValueName, _ value: TemplateValue) -> TemplateRow {
        precondition(self[name] == nil, "a row has one value of each name")
        var row = self
        row.values.append((name, value))
        return row
    }
}
