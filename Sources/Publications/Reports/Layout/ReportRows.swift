/// The rows of a table, those that lie in memory or those that are made one by one, so that the longest tables stand nowhere whole.
package struct ReportRows: Sendable, RandomAccessCollection {
    private let row: @Sendable (Int) -> ReportTable.Row
    package let endIndex: Int
    /// Whether none is a total and nothing stands behind any figure, so that nobody needs to look at each.
    let arePlain: Bool

    package init(_ rows: [ReportTable.Row]) {
        row = { rows[$0] }
        endIndex = rows.count
        arePlain = rows.allSatisfy { !$0.isTotal && $0.cells.allSatisfy { $0.behind == .nothing } }
    }

    /// Plain rows, each made of an item whenever it is asked for.
    package init<Item: Sendable>(plain items: [Item], row: @escaping @Sendable (Item) -> ReportTable.Row) {
        self.row = { row(items[$0]) }
        endIndex = items.count
        arePlain = true
    }

    package var startIndex: Int { 0 }

    package subscript(position: Int) -> ReportTable.Row { row(position) }
}
