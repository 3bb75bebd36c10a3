/// What a template may show: a text, or a list whose parts are shown one after the other.
enum TemplateValue: Sendable {
    case text(String)
    /// An empty list is as good as nothing.
    case list([TemplateRow])
    /// A picture of ours, made where a page shows it; nothing in a plain text. No value from outside may stand in it unescaped.
    case markup(@Sendable () -> String)

    /// Whether there is nothing to show.
    var isEmpty: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .list(let rows): rows.isEmpty
        case .markup: false
        }
    }

    /// That something is so, which wordings ask for and seldom show.
    static var yes: TemplateValue { .text("có") }
}
