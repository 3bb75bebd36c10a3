private import Bytes

/// A dossier's code, `AGENCY-yyMMdd-NNNN`: the agency, the local day of receipt, and its number of that day.
///
/// Past 9999 the number widens; it never wraps.
package struct DossierCode: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let agency: AgencyCode
    package let day: Day
    /// From 1 on.
    package let number: Int

    package init(agency: AgencyCode, day: Day, number: Int) {
        precondition(number > 0, "dossier numbers start at 1")
        self.agency = agency
        self.day = day
        self.number = number
    }

    /// Nil for anything that is not a code; years are read as 2000 to 2099.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let agency = AgencyCode(String(parts[0])), parts[1].utf8.count == 6,
            parts[1].utf8.allSatisfy({ (48...57).contains($0) }), (4...9).contains(parts[2].utf8.count),
            parts[2].utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(parts[2]), number > 0,
            parts[2].utf8.count == 4 || number > 9999
        else { return nil }
        let digits = Array(parts[1].utf8).map { Int($0) - 48 }
        guard
            let day = Day(
                year: 2000 + digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
                day: digits[4] * 10 + digits[5])
        else { return nil }
        self.init(agency: agency, day: day, number: number)
    }

    package var description: String {
        let (year, month, day) = day.civil
        var text = Array(agency.description.utf8)
        text.reserveCapacity(text.count + 16)
        text.append(UInt8(ascii: "-"))
        for part in [year % 100, month, day] { text.append(decimal: part, width: 2) }
        text.append(UInt8(ascii: "-"))
        text.append(decimal: number, width: 4)
        return String(decoding: text, as: UTF8.self)
    }

    package static func < (left: DossierCode, right: DossierCode) -> Bool {
        (left.agency, left.day, left.number) < (right.agency, right.day, right.number)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let code = DossierCode(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a dossier code such as 000.00.10.H34-261123-0001 expected")
        }
        self = code
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
