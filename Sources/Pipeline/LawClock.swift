package import Dossiers
private import Files

/// The clock of law and ledger: the machine's, or one that stands still for rehearsals and tests (`--now`).
///
/// Quiet and patience never go by it.
package struct LawClock: Sendable {
    private let fixed: Moment?
    private let offset: Int

    /// - Parameter offset: the site's, in seconds east of Greenwich.
    package init(fixed: Moment?, offset: Int) {
        self.fixed = fixed
        self.offset = offset
    }

    package var now: Moment {
        fixed?.told(at: offset) ?? Moment(seconds: MachineClock.realtime().seconds, offset: offset)
    }
}
