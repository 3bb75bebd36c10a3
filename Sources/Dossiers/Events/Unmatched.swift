package import Bytes
private import Foundation

/// A file that belongs to nothing known, kept until a form comes that names it or a person puts it to its dossier.
package struct Unmatched: Sendable, Codable, Equatable {
    /// Under which it lies in `State/unmatched/`.
    package let name: String
    /// In English, for the operator.
    package let reason: String
    // What follows ledgers of before do not tell.
    /// The inbox folder that it came by.
    package var channel: String?
    /// As it was called there.
    package var file: String?
    package var size: Int?
    package var sha256: Digest?

    package init(name: String, reason: String) {
        self.name = name
        self.reason = reason
    }

    /// What it was called, as far as that is known.
    package var called: String { file ?? name }

    /// A name as a word of a command line, whatever its sender called the file.
    package static func word(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"):
                true
            default: byte == UInt8(ascii: "-")
            }
        }
        return isPlain ? name : "'\(name.replacing("'", with: "'\\''"))'"
    }

    /// A name whatever its case and however its characters are composed.
    package static func folded(_ name: String) -> String {
        (name.utf8.allSatisfy { $0 < 0x80 } ? name : name.precomposedStringWithCanonicalMapping).lowercased()
    }
}
