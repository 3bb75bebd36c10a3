package import Dossiers

/// What every report says of itself, so that it can be made again to the byte.
package struct ReportFrame: Sendable, Equatable {
    package let siteName: String
    /// The province among the agency codes, such as `H34`.
    package let siteCode: String
    package let from: Day
    package let to: Day
    /// The moment as of which every figure holds.
    package let asOf: Moment
    /// The last entry of the ledger that was counted, and its digest.
    package let ledgerNumber: Int
    package let ledgerHead: String
    package let calendarVersion: String
    package let rulesVersion: String

    package init(
        siteName: String, siteCode: String, from: Day, to: Day, asOf: Moment, ledgerNumber: Int, ledgerHead: String,
        calendarVersion: String, rulesVersion: String
    ) {
        self.siteName = siteName
        self.siteCode = siteCode
        self.from = from
        self.to = to
        self.asOf = asOf
        self.ledgerNumber = ledgerNumber
        self.ledgerHead = ledgerHead
        self.calendarVersion = calendarVersion
        self.rulesVersion = rulesVersion
    }

    /// The same for another period that ends on the same day.
    package func since(_ day: Day) -> ReportFrame {
        ReportFrame(
            siteName: siteName, siteCode: siteCode, from: day, to: to, asOf: asOf, ledgerNumber: ledgerNumber,
            ledgerHead: ledgerHead, calendarVersion: calendarVersion, rulesVersion: rulesVersion)
    }

    /// The period's last day, or the day as of which figures hold where the period is not over: nothing is known beyond it.
    package var lastKnownDay: Day { min(to, asOf.day) }

    /// Every day of the period.
    var days: [Day] { (from.number...to.number).map { Day(number: $0) } }

    package func covers(_ moment: Moment) -> Bool { (from...to).contains(moment.day) }

    /// `Từ ngày 01/01/2026 đến ngày 24/11/2026`.
    package var period: String {
        from == to
            ? "Ngày \(VietnameseText.short(to))"
            : "Từ ngày \(VietnameseText.short(from)) đến ngày \(VietnameseText.short(to))"
    }
}
