private import Synchronization

/// Rounds of letters on a thread of their own, one after the other.
///
/// Letting go of it waits for the letter in hand; the rest waits for the next start.
final class MailErrand {
    /// One alone would do its work at once, in the caller's turn.
    private let workers = Workers(count: 2)
    private let board = Board()
    private var begun: Workers.Begun<Mailer.Round>?
    /// While a long queue is not taken, it is looked through a twentieth of the time.
    private var pace = Pace()

    deinit { board.isOver = true }

    /// Begins a round unless one is under way, and says what came of the one before; nil where that is still to come.
    ///
    /// - Parameter now: nanoseconds of the steady clock.
    func goOn(_ mailer: Mailer, at now: Int) throws -> Mailer.Round? {
        var last: Mailer.Round?
        if let begun {
            guard board.isBack else { return nil }
            self.begun = nil
            last = try begun.values().first
            if let last { pace.saw(last.sent == 0 ? last.waited : 0, at: now) }
        }
        guard pace.isDue(at: now) else { return last }
        board.isBack = false
        begun = workers.begin { [board] _ in
            defer { board.isBack = true }
            return [try mailer.send { !board.isOver }]
        }
        return last
    }

    /// What both sides see.
    private final class Board: Sendable {
        private let state = Mutex((isOver: false, isBack: false))

        /// Whether no further letter is to go.
        var isOver: Bool {
            get { state.withLock(\.isOver) }
            set { state.withLock { $0.isOver = newValue } }
        }

        /// Whether the round is at its end.
        var isBack: Bool {
            get { state.withLock(\.isBack) }
            set { state.withLock { $0.isBack = newValue } }
        }
    }
}
