import Dossiers

/// Why a machine's clock cannot be right.
enum ClockFault: Equatable, CustomStringConvertible {
    /// It says a time before this program was begun.
    case beforeProgram(Moment)
    /// It says a time before something in the ledger.
    case beforeLedger(Moment, last: Moment)

    /// No clock is right that is before it.
    private static let begun = Day(number: 20_454)
    /// A clock that is put right goes back by less, in seconds.
    private static let mostBack = 600

    /// Nil where nothing speaks against it.
    ///
    /// - Parameter last: the latest time that the ledger knows.
    init?(_ now: Moment, last: Moment?) {
        if now.day < Self.begun {
            self = .beforeProgram(now)
        } else if let last, now.seconds < last.seconds - Self.mostBack {
            self = .beforeLedger(now, last: last)
        } else {
            return nil
        }
    }

    var description: String {
        switch self {
        case .beforeProgram(let now): "the machine says \(now), which cannot be"
        case .beforeLedger(let now, let last):
            "the machine says \(now), but the ledger has entries of up to \(last)"
        }
    }
}
