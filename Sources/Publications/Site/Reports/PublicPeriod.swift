package import Dossiers

/// A month or a year of which figures are published.
package struct PublicPeriod: Sendable, Equatable {
    package let first: Day
    /// The day as of whose end, or as of whose last known moment, it is counted.
    package let last: Day
    package let isYear: Bool

    /// `2026-11`, `2026`.
    package var name: String { String(first.description.prefix(isYear ? 4 : 7)) }

    func title(_ language: SiteLanguage) -> String {
        isYear ? Bilingual("Năm \(first.year)", "Year \(first.year)")(language) : language.month(first)
    }

    /// How many months are published one by one.
    private static let months = 12

    /// Every year from the first day on, and the last twelve months, the newest first.
    package static func all(from start: Day, to end: Day) -> [PublicPeriod] {
        let years = (start.year...max(start.year, end.year)).compactMap { year -> PublicPeriod? in
            guard let first = Day(year: year, month: 1, day: 1), let next = Day(year: year + 1, month: 1, day: 1) else {
                return nil
            }
            return PublicPeriod(first: first, last: min(end, next.advanced(by: -1)), isYear: true)
        }
        var months: [PublicPeriod] = []
        var last = end
        while months.count < Self.months, last >= start,
            let first = Day(year: last.civil.year, month: last.civil.month, day: 1)
        {
            months.append(PublicPeriod(first: first, last: last, isYear: false))
            last = first.advanced(by: -1)
        }
        return months + years.reversed()
    }
}
