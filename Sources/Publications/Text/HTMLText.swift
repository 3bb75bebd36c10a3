private import Bytes

/// Values in a page, where nothing in them can become markup (CWE-79).
package enum HTMLText {
    /// For text and for attributes in double quotes.
    package static func escaped(_ value: String) -> String {
        guard value.hasByte(where: { isMarkup($0) || ShownText.mayHide($0) }) else { return value }
        let shown = ShownText.line(value)
        var text: [UInt8] = []
        for byte in shown.utf8 {
            switch byte {
            case UInt8(ascii: "&"): text += "&amp;".utf8
            case UInt8(ascii: "<"): text += "&lt;".utf8
            case UInt8(ascii: ">"): text += "&gt;".utf8
            case UInt8(ascii: "\""): text += "&quot;".utf8
            case UInt8(ascii: "'"): text += "&#39;".utf8
            default: text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func isMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }
}
