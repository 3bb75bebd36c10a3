/// An agency's identifier, such as `000.00.10.H34` (QCVN 102:2016) or `H37.02.02` (QĐ 20/2020/QĐ-TTg).
///
/// Letters, digits and dots only, so that it can name a folder.
package struct AgencyCode: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let description: String

    /// Nil for anything that is not of one of the two shapes.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Array($0.utf8) }
        func digits(_ part: [UInt8], _ counts: ClosedRange<Int>) -> Bool {
            counts.contains(part.count) && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        func letterAndDigits(_ part: [UInt8]) -> Bool {
            part.count >= 3 && part.count <= 4 && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(part[0])
                && digits(Array(part[1...]), 2...3)
        }
        let old =
            parts.count == 4 && digits(parts[0], 3...3) && digits(parts[1], 2...2) && digits(parts[2], 2...2)
            && letterAndDigits(parts[3])
        let new =
            (1...5).contains(parts.count) && parts.first.map(letterAndDigits) == true
            && parts.dropFirst().allSatisfy { digits($0, 1...3) }
        guard old || new else { return nil }
        description = text
    }

    package static func < (left: AgencyCode, right: AgencyCode) -> Bool { left.description < right.description }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let code = AgencyCode(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "an agency code such as 000.00.10.H34 expected")
        }
        self = code
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
