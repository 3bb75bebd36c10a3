private import Bytes

/// Words that may stand in a file's name, whatever they were made of.
package enum FileWord {
    /// Letters, digits, dots, hyphens and underscores as they are, anything else `_`; at most 100 characters, at least one.
    package static func safe(_ text: String) -> String {
        guard !(1...100).contains(text.utf8.count) || text.hasByte(where: { !isSafe($0) }) else { return text }
        let bytes = text.utf8.prefix(100).map { isSafe($0) ? $0 : UInt8(ascii: "_") }
        return bytes.isEmpty ? "_" : String(decoding: bytes, as: UTF8.self)
    }

    private static func isSafe(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
