import Bytes
import Foundation

/// The name of an entry: one plain file name at the top of the archive, never a path (ZP1, ZP13).
package enum ZIPName {
    /// Throws a `ParseError` with code `path`, `layout` where the entry lies in a folder, or `encoding`.
    static func checked(_ bytes: [UInt8], isUTF8: Bool, limits: Limits, at offset: Int) throws(ParseError) -> String {
        guard !bytes.isEmpty else { throw ParseError(.path, "an entry has no name", at: offset) }
        guard bytes.count <= limits.nameBytes else {
            throw ParseError(.path, "an entry's name has more than \(limits.nameBytes) bytes", at: offset)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            if isUTF8 { throw ParseError(.encoding, "an entry's name says that it is UTF-8 and is not", at: offset) }
            return try plain(
                bytes.map { $0 < 0x80 ? String(UnicodeScalar($0)) : "\\x" + String($0, radix: 16) }
                    .joined().replacing("\\x", with: "%"), limits, at: offset)
        }
        return try plain(text, limits, at: offset)
    }

    private static func plain(_ text: String, _ limits: Limits, at offset: Int) throws(ParseError) -> String {
        func refuse(_ why: String) -> ParseError { ParseError(.path, "an entry's name \(why)", at: offset) }
        guard text != ".", text != ".." else { throw refuse("is a folder's own") }
        if text.utf8.allSatisfy(isUnremarkable) { return text }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0...0x1F, 0x7F...0x9F: throw refuse("holds a control character")
            case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: throw refuse("holds a character that hides")
            case 0x5C: throw refuse("holds a backslash")
            case 0x3A: throw refuse("holds a colon")
            default: continue
            }
        }
        guard !text.hasPrefix("/") else { throw refuse("is absolute") }
        guard text.contains("/") else { return text }
        let steps = text.split(separator: "/", omittingEmptySubsequences: false)
        guard !steps.contains(".."), !steps.contains(".") else { throw refuse("leaves the folder") }
        guard steps.count - 1 > limits.zipDepth, !isSystems(text) else { return text }
        throw ParseError(.layout, "an entry lies in a folder; files stand at the top", at: offset)
    }

    /// Whether it lies in the folder that a Mac adds for itself, of which nobody sends anything.
    static func isSystems(_ name: String) -> Bool { name.hasPrefix("__MACOSX/") }

    /// Whether a Mac or Windows lays it beside what people see.
    package static func isNote(_ name: String) -> Bool {
        switch name {
        case ".DS_Store", "Thumbs.db", "desktop.ini": true
        default: name.hasPrefix("._")
        }
    }

    /// What two names must not share: case, composition and width do not tell files apart everywhere (ZP7).
    static func key(_ name: String) -> String {
        (name.utf8.allSatisfy { $0 < 0x80 } ? name : name.precomposedStringWithCanonicalMapping).lowercased()
    }

    /// Most names are nothing but letters, digits and these marks.
    private static func isUnremarkable(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
