/// An officer's days of receiving electronic dossiers for an agency (cán bộ thường trực, Điều 13.6), both ends within.
package struct Duty: Sendable, Equatable {
    package let officer: String
    package let from: Day
    package let until: Day

    package init(officer: String, from: Day, until: Day) {
        self.officer = officer
        self.from = from
        self.until = until
    }
}
