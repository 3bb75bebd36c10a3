package import Dossiers
package import Files

/// The clock of law and ledger: the machine's, or one that stands still for rehearsals and tests (`--now`).
///
/// Quiet and patience never go by it.
package struct LawClock: Sendable {
    private let fixed: Moment?
    private let offset: Int
    private let machine: Machine

    /// - Parameter offset: the site's, in seconds east of Greenwich.
    package init(fixed: Moment?, offset: Int, machine: Machine = .real) {
        self.fixed = fixed
        self.offset = offset
        self.machine = machine
    }

    /// Whether it stands still, at a time that the operator answers for.
    var isFixed: Bool { fixed != nil }

    package var now: Moment {
        fixed?.told(at: offset) ?? Moment(seconds: machine.realtime().seconds, offset: offset)
    }
}
