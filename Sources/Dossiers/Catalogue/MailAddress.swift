/// An address for electronic mail of the plain form `name@domain`: having one is the proof that no header can be broken by
/// it (CWE-93).
///
/// Letters, digits and a few marks only, as RFC 5321 has them without quoting; quoted names, comments, address literals and
/// addresses beyond ASCII are not taken.
package struct MailAddress: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    /// Nil for anything but one plain address; white space around it is not taken either.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= 254 else { return nil }
        let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].count), (1...253).contains(parts[1].count),
            Self.isDotted(parts[0], part: Self.isAtom), Self.isDotted(parts[1], part: Self.isLabel)
        else { return nil }
        description = text
    }

    private static func isDotted(_ bytes: ArraySlice<UInt8>, part: (ArraySlice<UInt8>) -> Bool) -> Bool {
        bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy(part)
    }

    /// A part of the name before the «@» (RFC 5322, atext).
    private static func isAtom(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { isLetterOrDigit($0) || marks.contains($0) }
    }

    private static let marks = Array("!#$%&'*+-/=?^_`{|}~".utf8)

    private static func isLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(bytes.count) && bytes.first != hyphen && bytes.last != hyphen
            && bytes.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
