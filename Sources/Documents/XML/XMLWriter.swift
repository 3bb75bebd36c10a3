private import Bytes

/// Writes an XML document whose text cannot break out of its place.
package struct XMLWriter {
    private var bytes: [UInt8] = []
    private var depth = 0

    package init() {
        // Room for a page of text.
        bytes.reserveCapacity(4096)
        bytes.append(text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    /// An element with others inside; one without anything inside is written empty.
    package mutating func element(
        _ name: String, _ attributes: [(String, String)] = [], content: (inout XMLWriter) -> Void = { _ in }
    ) {
        open(name, attributes)
        let mark = bytes.count
        bytes.append(text: ">\n")
        depth += 1
        content(&self)
        depth -= 1
        if bytes.count == mark + 2 {
            bytes.removeLast(2)
            bytes.append(text: "/>\n")
        } else {
            indent()
            close(name)
        }
    }

    /// An element with text inside.
    package mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
        open(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        escape(text, quotes: false)
        close(name)
    }

    package consuming func finish() -> [UInt8] { bytes }

    private mutating func open(_ name: String, _ attributes: [(String, String)]) {
        indent()
        bytes.append(UInt8(ascii: "<"))
        bytes.append(text: name)
        for (key, value) in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes.append(text: key)
            bytes.append(text: "=\"")
            escape(value, quotes: true)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func close(_ name: String) {
        bytes.append(text: "</")
        bytes.append(text: name)
        bytes.append(text: ">\n")
    }

    private mutating func indent() { for _ in 0..<2 * depth { bytes.append(UInt8(ascii: " ")) } }

    /// What XML 1.0 cannot carry is written as U+FFFD.
    private mutating func escape(_ text: String, quotes: Bool) {
        guard text.hasByte(where: Self.mayNeedEscape) else {
            bytes.append(text: text)
            return
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\"") where quotes: bytes += "&quot;".utf8
            case UInt8(ascii: "\n") where quotes: bytes += "&#xA;".utf8
            case UInt8(ascii: "\t") where quotes: bytes += "&#x9;".utf8
            case UInt8(ascii: "\r"): bytes += "&#xD;".utf8
            case UInt8(ascii: "\t"), UInt8(ascii: "\n"): bytes.append(byte)
            case 0..<0x20: bytes += "\u{FFFD}".utf8
            // U+FFFE and U+FFFF, in UTF-8 EF BF BE and EF BF BF, differ from U+FFFD in their last byte alone.
            case 0xBE...0xBF where bytes.suffix(2).elementsEqual([0xEF, 0xBF]): bytes.append(0xBD)
            default: bytes.append(byte)
            }
        }
    }

    /// Control characters, markup, and the first byte of U+FFFE.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0xEF: true
        default: false
        }
    }
}
