package import Dossiers

/// A field of a table: one value that every format writes in its own way, and what stands behind it.
package struct ReportCell: Sendable {
    package enum Value: Sendable, Equatable {
        case text(String)
        /// With a second line, such as the name that belongs to a code.
        case named(String, String)
        /// A stable word for programs, and what people read instead.
        case word(String, String)
        case count(Int)
        /// Working time.
        case minutes(Int)
        case rate(Rate)
        case money(Int)
        case day(Day)
        case moment(Moment)
        case nothing
    }

    /// How a reader finds the dossiers that a figure counts.
    package enum Behind: Sendable, Equatable {
        case nothing
        case codes(CodeList)
        /// The ids of submissions that have no code.
        case submissions([String])
        /// The figure is the sum of these cells of the same table, each by row and column.
        case cells([Place])
    }

    package struct Place: Sendable, Equatable {
        package let row: Int
        package let column: Int

        package init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    package let value: Value
    package var behind: Behind = .nothing
    /// Something is late or missing, so it stands out.
    package var alarm = false

    package init(_ value: Value) { self.value = value }

    package static func text(_ text: String) -> ReportCell { ReportCell(.text(text)) }
    package static func count(_ count: Int) -> ReportCell { ReportCell(.count(count)) }

    /// The number of the dossiers, with them behind it.
    package static func codes(_ dossiers: [CountedRow]) -> ReportCell { .codes(CodeList(dossiers)) }

    package static func codes(_ codes: CodeList, alarm: Bool = false) -> ReportCell {
        var cell = ReportCell(.count(codes.count))
        cell.behind = codes.isEmpty ? .nothing : .codes(codes)
        cell.alarm = alarm && !codes.isEmpty
        return cell
    }

    /// The number of arrivals that became no dossier, with the submissions among them behind it.
    package static func arrivals(_ count: Int, ids: [String]) -> ReportCell {
        var cell = ReportCell(.count(count))
        cell.behind = ids.isEmpty ? .nothing : .submissions(ids)
        return cell
    }

    /// A sum over other cells.
    package static func sum(_ count: Int, of places: [Place], alarm: Bool = false) -> ReportCell {
        var cell = ReportCell(.count(count))
        cell.behind = count == 0 || places.isEmpty ? .nothing : .cells(places)
        cell.alarm = alarm && count > 0
        return cell
    }
}
