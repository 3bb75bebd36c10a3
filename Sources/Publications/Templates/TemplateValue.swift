/// What a template may show: a text, or a list whose parts are shown one after the other.
package enum TemplateValue: Sendable {
    case text(String)
    /// An empty list is as good as nothing.
    case list([[String: TemplateValue]])
    /// A picture of ours, made where a page shows it; nothing in a plain text. No value from outside may stand in it unescaped.
    case markup(@Sendable () -> String)
}
