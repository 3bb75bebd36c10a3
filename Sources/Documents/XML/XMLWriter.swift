/// Writes an XML document whose text cannot break out of its place.
package struct XMLWriter {
    private var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    private var depth = 0

    package init() {}

    /// An element with others inside; one without anything inside is written empty.
    package mutating func element(
        _ name: String, _ attributes: [(String, String)] = [], content: (inout XMLWriter) -> Void = { _ in }
    ) {
        open(name, attributes)
        let mark = bytes.count
        bytes += Array(">\n".utf8)
        depth += 1
        content(&self)
        depth -= 1
        if bytes.count == mark + 2 {
            bytes.removeLast(2)
            bytes += Array("/>\n".utf8)
        } else {
            indent()
            bytes += Array("</\(name)>\n".utf8)
        }
    }

    /// An element with text inside.
    package mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
        open(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        bytes += Array(Self.escaped(text, quotes: false).utf8)
        bytes += Array("</\(name)>\n".utf8)
    }

    package consuming func finish() -> [UInt8] { bytes }

    private mutating func open(_ name: String, _ attributes: [(String, String)]) {
        indent()
        bytes += Array("<\(name)".utf8)
        for (key, value) in attributes { bytes += Array(" \(key)=\"\(Self.escaped(value, quotes: true))\"".utf8) }
    }

    private mutating func indent() { bytes += Array(repeating: UInt8(ascii: " "), count: 2 * depth) }

    /// What XML 1.0 cannot carry is written as U+FFFD.
    private static func escaped(_ text: String, quotes: Bool) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"" where quotes: out += "&quot;"
            case "\n" where quotes: out += "&#xA;"
            case "\t" where quotes: out += "&#x9;"
            case "\r": out += "&#xD;"
            case "\t", "\n": out.unicodeScalars.append(scalar)
            default:
                let isCharacter = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                out.unicodeScalars.append(isCharacter ? scalar : "\u{FFFD}")
            }
        }
        return out
    }
}
