package import Dossiers
import Foundation
package import Publications

/// A line of a tally: JSON with one key that says what it is.
package enum TallyRecord: Sendable {
    case dossier(CountedDossier)
    case other(Counting.Other, Int)
    case feedback(Counting.Said)
    case yearlyReport(Counting.Sent)
    case turn(Trouble.Turn)
    case night(Counting.Night)
    /// How far a ledger was counted, and up to the end of which day.
    case ledger(String, Tally.Position, Day)

    /// Without the line's end; keys are sorted, so that the same record gives the same bytes.
    package func line() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var line = Line()
        switch self {
        case .dossier(let dossier): line.dossier = dossier
        case .other(let other, let count): line.other = Line.Counted(of: other, count: count)
        case .feedback(let said): line.feedback = said
        case .yearlyReport(let sent): line.yearlyReport = sent
        case .turn(let turn): line.turn = turn
        case .night(let night): line.night = night
        case .ledger(let name, let position, let day):
            line.ledger = Line.Reached(name: name, at: position, generation: CountedFile.generation, day: day)
        }
        return Array(try encoder.encode(line))
    }

    /// Throws where the line is no record, or says that another version counted.
    package init(_ line: [UInt8]) throws {
        let line = try JSONDecoder().decode(Line.self, from: Data(line))
        if let dossier = line.dossier {
            self = .dossier(dossier)
        } else if let other = line.other {
            self = .other(other.of, other.count)
        } else if let said = line.feedback {
            self = .feedback(said)
        } else if let sent = line.yearlyReport {
            self = .yearlyReport(sent)
        } else if let turn = line.turn {
            self = .turn(turn)
        } else if let night = line.night {
            self = .night(night)
        } else if let ledger = line.ledger {
            guard ledger.generation == CountedFile.generation, let day = ledger.day else {
                throw Tally.OtherVersion(ledger: ledger.name)
            }
            self = .ledger(ledger.name, ledger.at, day)
        } else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: [], debugDescription: "a record of a tally has one of the keys that it knows"))
        }
    }

    private struct Line: Codable {
        struct Counted: Codable { let of: Counting.Other, count: Int }
        /// Every tally of a line or more has one, wherever it stands: by it the tally says by which rules it was counted.
        struct Reached: Codable { let name: String, at: Tally.Position, generation: Int?, day: Day? }

        var dossier: CountedDossier?
        var other: Counted?
        var feedback: Counting.Said?
        var yearlyReport: Counting.Sent?
        var turn: Trouble.Turn?
        var night: Counting.Night?
        var ledger: Reached?
    }
}
