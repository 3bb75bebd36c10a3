/// What a rehearsed year went through, and what was not as it should be.
package struct YearCounts: Sendable, CustomStringConvertible {
    package var days = 0
    /// How often each course was begun, in the order of the courses.
    package var courses: [(name: String, begun: Int, ended: Int)] = []
    package var arrivals = 0
    package var orders = 0
    package var dossiers = 0
    package var letters = 0
    /// Reminders, of a dossier and a step each, that were worked out a second time.
    package var reminders = 0
    /// ZIPs, results and refunds that were opened.
    package var opened = 0
    /// Due dates that were worked out a second time.
    package var dueDates = 0
    /// Rows of reports whose identities were worked out a second time.
    package var rows = 0
    package var entries = 0
    package var violations: [String] = []

    package init() {}

    package var description: String {
        "\(days) days: \(arrivals) arrivals and \(orders) orders for \(dossiers) dossiers, \(entries) ledger entries, "
            + "\(letters) letters, \(reminders) reminders, \(opened) files opened, \(dueDates) due dates and \(rows) report rows checked, \(violations.count) violations"
    }
}
