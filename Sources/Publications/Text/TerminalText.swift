/// A value as it may be printed on a terminal or in a log: nothing in it can move the cursor or turn the line (CWE-117).
///
/// What could is written as `\u{1b}`, and a backslash as `\\`, so that no two values look alike.
package struct TerminalText: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    package init(_ value: some StringProtocol) {
        guard value.unicodeScalars.contains(where: { $0 == "\\" || ShownText.isHidden($0) }) else {
            description = String(value)
            return
        }
        var text = ""
        for scalar in value.unicodeScalars {
            if scalar == "\\" {
                text += "\\\\"
            } else if ShownText.isHidden(scalar) {
                text += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        description = text
    }
}
