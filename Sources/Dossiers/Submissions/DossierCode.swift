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
    package init?(_ text: some StringProtocol) { self.init(Array(text.utf8).span) }

    /// The same, where it stands in a text.
    package init?(_ text: Span<UInt8>) {
        guard let first = text.firstOffset(of: UInt8(ascii: "-")), text.count >= first + 12,
            text[first + 7] == UInt8(ascii: "-"), let agency = AgencyCode(text.extracting(0..<first)),
            let year = DecimalDigits.number(text.extracting(first + 1..<first + 3)),
            let month = DecimalDigits.number(text.extracting(first + 3..<first + 5)),
            let date = DecimalDigits.number(text.extracting(first + 5..<first + 7)),
            let day = Day(year: 2000 + year, month: month, day: date)
        else { return nil }
        let digits = text.extracting(first + 8..<text.count)
        guard (4...9).contains(digits.count), let number = DecimalDigits.number(digits), number > 0,
            digits.count == 4 || number > 9999
        else { return nil }
        self.init(agency: agency, day: day, number: number)
    }

    package var description: String {
        var text: [UInt8] = []
        text.reserveCapacity(32)
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Writes its description.
    package func append(to text: inout [UInt8]) {
        let (year, month, date) = day.civil
        text += agency.description.utf8
        text.append(UInt8(ascii: "-"))
        text.append(decimal: year % 100, width: 2)
        text.append(decimal: month, width: 2)
        text.append(decimal: date, width: 2)
        text.append(UInt8(ascii: "-"))
        text.append(decimal: number, width: 4)
    }

    package static func < (left: DossierCode, right: DossierCode) -> Bool {
        (left.agency, left.day, left.number) < (right.agency, right.day, right.number)
    }

    package init(from decoder: any Decoder) throws {
        self = try decoder.text(DossierCode.init, or: "a dossier code such as 000.00.10.H34-261123-0001 expected")
    }

    package func encode(to encoder: any Encoder) throws { try encoder.write { append(to: &$0) } }
}
