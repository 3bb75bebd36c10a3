import Bytes
package import Dossiers
package import Ledgers
package import Publications

/// What a part of one or more ledgers adds to the reports: partial sums that can be joined in any order.
///
/// All lines of a dossier must come to the same part, in the ledger's order; lines of no dossier may come to any, each to one.
package struct Tally: Sendable {
    /// How far a ledger was counted.
    package struct Position: Sendable, Codable, Equatable {
        package let number: Int
        package let head: String
    }

    /// The dossiers of one part came to another as well, so that neither is whole.
    package struct SplitDossier: Error, CustomStringConvertible {
        package let code: DossierCode
        package var description: String {
            "the lines of dossier \(code) were given to more than one tally; key them by dossier"
        }
    }

    /// A tally that another version made, whose rules of counting are others: figures of both would not go together.
    package struct OtherVersion: Error, CustomStringConvertible {
        package let ledger: String
        package var description: String {
            "the tally of ledger \(ledger) was made by another version of hoso, which counts otherwise: make it anew from the ledger "
                + "with «hoso tally» of this version"
        }
    }

    /// Tallies, or a tally and a report, that end with different days: what one counts is not in the other.
    package struct OtherDay: Error, CustomStringConvertible {
        package let ledger: String
        package let day: Day
        package let expected: Day
        package var description: String {
            "the tally of ledger \(ledger) ends with \(day), and \(expected) is asked for: make it anew with "
                + "«hoso tally --to \(expected)»"
        }
    }

    package private(set) var counting = Counting()
    /// By the ledger's name.
    package private(set) var positions: [String: Position] = [:]
    /// The last day that was counted, and of which ledger it is known; nil where nothing was.
    private var end: (day: Day, ledger: String)?

    package init() {}

    /// Takes in one line of a ledger, unless it is from after `asOf`.
    package mutating func add(_ line: LedgerLine, of ledger: String, asOf: Moment) {
        end = (asOf.day, ledger)
        guard line.entry.at <= asOf else { return reach(Position(number: 0, head: "-"), of: ledger) }
        counting.apply(line.entry)
        reach(Position(number: line.entry.number, head: line.digest.description), of: ledger)
    }

    private mutating func reach(_ position: Position, of ledger: String) {
        if (positions[ledger]?.number ?? -1) < position.number { positions[ledger] = position }
    }

    /// Throws `OtherDay` where it was counted up to another day than this one.
    package func expect(_ day: Day) throws(OtherDay) {
        guard let end, end.day != day else { return }
        throw OtherDay(ledger: end.ledger, day: end.day, expected: day)
    }

    /// Takes in one record of another tally.
    ///
    /// Throws `SplitDossier`, and `OtherDay` where the other one ends with another day.
    package mutating func add(_ record: TallyRecord) throws {
        switch record {
        case .dossier(let dossier):
            guard !counting.has(dossier.code) else { throw SplitDossier(code: dossier.code) }
            counting.add(dossier)
        case .other(let other, let count): counting.add(other, count: count)
        case .feedback(let said): counting.add(said)
        case .yearlyReport(let sent): counting.add(sent)
        case .turn(let turn): counting.add(turn)
        case .night(let night): counting.add(night)
        case .ledger(let name, let position, let day):
            if let end, end.day != day { throw OtherDay(ledger: name, day: day, expected: end.day) }
            end = (day, name)
            reach(position, of: name)
        }
    }

    /// Everything that it holds, in an order of its own.
    package var records: [TallyRecord] {
        var dossiers: [TallyRecord] = []
        var counting = counting
        counting.settle()
        counting.table.forEach { dossiers.append(.dossier($0)) }
        return dossiers
            + counting.others.sorted { $0.key < $1.key }.map { .other($0.key, $0.value) }
            + counting.feedbacks.map { .feedback($0) } + counting.yearlyReports.map { .yearlyReport($0) }
            + counting.turns.map { .turn($0) } + counting.nights.map { .night($0) }
            + positions.sorted { $0.key < $1.key }.compactMap { name, position in
                end.map { .ledger(name, position, $0.day) }
            }
    }
}
