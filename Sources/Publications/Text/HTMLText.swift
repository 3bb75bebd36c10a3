/// Values in a page, where nothing in them can become markup (CWE-79).
package enum HTMLText {
    /// For text and for attributes in double quotes.
    package static func escaped(_ value: String) -> String {
        var text = ""
        for scalar in ShownText.line(value).unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
