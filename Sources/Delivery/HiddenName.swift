import Files

/// The name under which a file waits in the outbox: of its claim, and its position among the claim's outputs.
enum HiddenName {
    private static let prefix = ".hoso-"

    static func make(claim: String, position: Int) -> FileName { FileName.literal("\(prefix)\(claim)#\(position)") }

    /// The claim of a file that waits; nil for any other name.
    static func claim(of name: FileName) -> String? {
        guard let text = name.text, text.hasPrefix(prefix), let end = text.lastIndex(of: "#") else { return nil }
        return String(text[..<end].dropFirst(prefix.count))
    }
}
