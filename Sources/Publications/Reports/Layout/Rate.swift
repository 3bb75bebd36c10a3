/// A share of a whole, always rounded by the same rule: to a tenth of a per cent, half upwards.
package struct Rate: Sendable, Equatable {
    package let part: Int
    package let whole: Int

    package init(_ part: Int, of whole: Int) {
        precondition(part >= 0 && part <= whole, "\(part) is no part of \(whole)")
        self.part = part
        self.whole = whole
    }

    /// In tenths of a per cent; nil where there is nothing to have a share of.
    package var tenths: Int? { whole == 0 ? nil : (part * 2000 + whole) / (2 * whole) }

    /// `95,5%`, or `—` where there is nothing to have a share of.
    package var vietnamese: String { tenths.map { "\($0 / 10),\($0 % 10)%" } ?? "—" }

    /// `95.5`, or `—`, for spreadsheets.
    package var plain: String { tenths.map { "\($0 / 10).\($0 % 10)" } ?? "—" }
}
