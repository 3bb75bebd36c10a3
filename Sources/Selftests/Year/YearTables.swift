import Dossiers
import Pipeline
import Publications

/// The identities of a year's tables, worked out from their CSV.
struct YearTables {
    let view: SiteView
    let period: (first: Day, last: Day)

    /// - Parameter dates: of every dossier, by which the figures in time and late are worked out a second time.
    func check(_ dates: [YearDates], into counts: inout YearCounts) {
        check(.national, columns: 11, into: &counts) { row in
            row[0] == row[1] + row[2] + row[3] && row[4] == row[5] + row[6] + row[7] && row[8] == row[9] + row[10]
                && row[0] == row[4] + row[8]
        }
        // Received is accepted or waiting or at an end without having been accepted; accepted is handed over or to be.
        let sums = check(.sla, columns: 19, into: &counts) { row in
            row[1] == row[6...9].reduce(0, +) && row[0] >= row[1...5].reduce(0, +)
                && row[0] <= row[1...5].reduce(0, +) + row[15] + row[16]
        }
        for (what, found, expected) in [
            ("handed over in time", sums?[6], dates.count { $0.handedOverInTime == true }),
            ("handed over late", sums?[7], dates.count { $0.handedOverInTime == false }),
            (
                "late with their hand-over before another agency got them", sums?[10],
                dates.reduce(0) { $0 + $1.formerlyLate }
            ),
            ("answered in time", sums?[13], dates.count { $0.answeredInTime == true }),
            ("answered late", sums?[14], dates.count { $0.answeredInTime == false }),
            ("ended late without an answer", sums?[17], dates.count(where: \.endedLate)),
        ] where found != expected {
            counts.violations.append("sla: \(found ?? 0) were \(what), but \(expected) by counting minutes")
        }
    }

    /// The last row, which is the sum of the others.
    @discardableResult
    private func check(
        _ kind: ReportRequest.Kind, columns: Int, into counts: inout YearCounts, _ holds: ([Int]) -> Bool
    ) -> [Int]? {
        do {
            let csv = String(
                decoding: try view.report(ReportRequest(kind, from: period.first, to: period.last)).csv, as: UTF8.self)
            var rows: [[Int]] = []
            for line in csv.split(whereSeparator: \.isNewline).dropFirst() {
                // The share at the end of a line is no whole number, and stands behind what is counted here.
                let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                let numbers = fields.suffix(columns).map { Int($0) ?? 0 }
                guard numbers.count == columns, numbers.contains(where: { $0 > 0 }) else { continue }
                rows.append(numbers)
                if !holds(numbers) { counts.violations.append("\(kind.rawValue): a row does not add up: \(line)") }
            }
            counts.rows += rows.count
            guard let sum = rows.popLast() else {
                counts.violations.append("\(kind.rawValue) is empty")
                return nil
            }
            let added = (0..<columns - 1).map { column in rows.reduce(0) { $0 + $1[column] } }
            if Array(sum.prefix(columns - 1)) != added {
                counts.violations.append("\(kind.rawValue): the last row \(sum) is not the sum \(added)")
            }
            return sum
        } catch {
            counts.violations.append("\(kind.rawValue): \(error)")
            return nil
        }
    }
}
