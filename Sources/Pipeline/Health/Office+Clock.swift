import Dossiers
import Ledgers

/// Nothing is taken in, and no order carried out, by a clock that cannot be right: every date would be wrong for good (FS9).
extension Office {
    /// Whether intake has stopped since the clock cannot be right.
    var isClockWrong: Bool { toldClock || incidents.contains(Register.clockIncident) }

    /// What speaks against the machine's clock now; it is told once, and once when it is over (Điều 13.7).
    ///
    /// A time that the operator sets (`--now`) is his word. In an empty ledger nothing is entered at a time before this program:
    /// its first day would be that of the first report.
    func clockFault() throws -> ClockFault? {
        guard !clock.isFixed, let fault = ClockFault(clock.now, last: register.latestAt) else {
            toldClock = false
            try closeIncident(Register.clockIncident)
            return nil
        }
        let effect =
            "\(fault); nothing is taken in until the clock is set. If it is right and was wrong before, acknowledge this incident."
        if register.latestAt != nil {
            try openIncident(Register.clockIncident, effect: effect)
        } else if !toldClock {
            toldClock = true
            say(LogEvent(.incidentOpened, "\(open: effect)", ["kind": "\(open: Register.clockIncident)"]))
        }
        return fault
    }
}
