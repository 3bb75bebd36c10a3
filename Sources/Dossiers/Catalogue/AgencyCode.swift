import Bytes

/// An agency's identifier, such as `000.00.10.H34` (QCVN 102:2016) or `H37.02.02` (QĐ 20/2020/QĐ-TTg).
///
/// Letters, digits and dots only, so that it can name a folder.
package struct AgencyCode: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let description: String

    /// Nil for anything that is not of one of the two shapes.
    package init?(_ text: String) {
        guard Self.isCode(text.utf8.span) else { return nil }
        description = text
    }

    /// The same, where it stands in a text.
    package init?(_ text: Span<UInt8>) {
        guard Self.isCode(text), let utf8 = try? UTF8Span(validating: text) else { return nil }
        description = String(copying: utf8)
    }

    private static func isCode(_ text: Span<UInt8>) -> Bool { isOfOldShape(text) || isOfNewShape(text) }

    private static func isOfOldShape(_ text: Span<UInt8>) -> Bool {
        (13...14).contains(text.count) && [3, 6, 9].allSatisfy { text[$0] == UInt8(ascii: ".") }
            && [0..<3, 4..<6, 7..<9].allSatisfy { DecimalDigits.number(text.extracting($0)) != nil }
            && isLetterAndDigits(text.extracting(10..<text.count))
    }

    private static func isOfNewShape(_ text: Span<UInt8>) -> Bool {
        var parts = 0
        var start = 0
        while start <= text.count, parts < 5 {
            var end = start
            while end < text.count, text[end] != UInt8(ascii: ".") { end += 1 }
            let part = text.extracting(start..<end)
            guard parts == 0 ? isLetterAndDigits(part) : part.count <= 3 && DecimalDigits.number(part) != nil else {
                return false
            }
            parts += 1
            start = end + 1
        }
        return start > text.count
    }

    private static func isLetterAndDigits(_ part: Span<UInt8>) -> Bool {
        (3...4).contains(part.count) && part[0] >= UInt8(ascii: "A") && part[0] <= UInt8(ascii: "Z")
            && DecimalDigits.number(part.extracting(1..<part.count)) != nil
    }

    package static func < (left: AgencyCode, right: AgencyCode) -> Bool { left.description < right.description }

    package init(from decoder: any Decoder) throws {
        self = try decoder.text(AgencyCode.init, or: "an agency code such as 000.00.10.H34 expected")
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
