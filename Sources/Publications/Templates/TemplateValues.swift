/// The values of a letter or a sheet, each in the place of its name.
struct TemplateValues: Sendable, ExpressibleByDictionaryLiteral {
    private static let count = ValueName.allCases.count

    private var places = [TemplateValue?](repeating: nil, count: count)

    init(dictionaryLiteral elements: (ValueName, TemplateValue)...) {
        for (name, value) in elements { self[name] = value }
    }

    subscript(name: ValueName) -> TemplateValue? {
        get { places[name.rawValue] }
        set { places[name.rawValue] = newValue }
    }
}
