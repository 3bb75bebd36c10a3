private import Bytes

/// One step of a path: the name of something in a folder, as the bytes that the file system holds.
///
/// Never empty, `.` or `..`, and without `/` and NUL; so no name leads out of the folder that it is looked up in. It may be
/// invalid UTF-8, and holds control characters as it likes: print `description`, never `text`.
package struct FileName: Hashable, Sendable {
    package let bytes: [UInt8]

    /// Nil for what cannot be a name.
    package init?(bytes: [UInt8]) {
        guard Self.isName(bytes[...]) else { return nil }
        self.bytes = bytes
    }

    /// Whether bytes can be a name.
    static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
        let (dot, slash) = (UInt8(ascii: "."), UInt8(ascii: "/"))
        guard let first = bytes.first, !bytes.contains(where: { $0 == 0 || $0 == slash }) else { return false }
        return first != dot || bytes.count > 2 || bytes.last != dot
    }

    /// Nil for what cannot be a name.
    package init?(_ text: String) { self.init(bytes: Array(text.utf8)) }

    /// Reads `hexadecimal` back; nil for anything else.
    package init?(hexadecimal text: String) {
        guard let bytes = Hexadecimal.decode(text) else { return nil }
        self.init(bytes: bytes)
    }

    /// A name that the program itself makes; one that cannot be a name is a programmer's mistake.
    package static func literal(_ text: String) -> FileName {
        guard let name = FileName(text) else { preconditionFailure("«\(text)» cannot be the name of a file") }
        return name
    }

    /// The name as text; nil where it is not valid UTF-8.
    package var text: String? { String(validating: bytes, as: UTF8.self) }

    /// The name as hexadecimal digits, for files of ours that must give it back exactly.
    package var hexadecimal: String { Hexadecimal.encode(bytes) }

    /// What follows the last dot, in lower case; empty where that is not all ASCII letters and digits, or nothing precedes
    /// the dot.
    package var suffix: String {
        guard let dot = suffixDot else { return "" }
        return String(decoding: bytes[(dot + 1)...].map(Self.lowercased), as: UTF8.self)
    }

    /// The text without the suffix and its dot; nil where the name is not valid UTF-8.
    package var stem: String? {
        guard let dot = suffixDot else { return text }
        return String(validating: bytes[..<dot], as: UTF8.self)
    }

    /// Whether it ends so in either case of letters; `ending` is in lower case.
    package func ends(in ending: [UInt8]) -> Bool {
        guard bytes.count >= ending.count else { return false }
        let start = bytes.count - ending.count
        return ending.indices.allSatisfy { Self.lowercased(bytes[start + $0]) == ending[$0] }
    }

    private var suffixDot: Int? {
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0, dot + 1 < bytes.count,
            bytes[(dot + 1)...].allSatisfy(Self.isLetterOrDigit)
        else { return nil }
        return dot
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
    }
}

extension FileName: Comparable {
    /// By their bytes, so that the order is the same in every language.
    package static func < (first: FileName, second: FileName) -> Bool {
        first.bytes.lexicographicallyPrecedes(second.bytes)
    }
}
