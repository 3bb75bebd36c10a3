/// How many columns a text takes on a terminal.
enum TextWidth {
    /// Counts characters as a reader sees them, so that decomposed Vietnamese letters take one column each.
    static func of(_ text: String) -> Int { text.count }
}
