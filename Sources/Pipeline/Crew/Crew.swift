private import Dispatch
import Files
private import Synchronization

/// Threads that stay, so that work of a moment does not pay for the start of one; letting go of it ends them.
///
/// There are as many as ever worked at one time: a job never waits for another.
final class Crew: Sendable {
    private let board = Board()
    private let start: @Sendable (@escaping @Sendable () -> Void) throws(SystemError) -> Void

    /// - Parameter start: starts a thread.
    init(
        start: @escaping @Sendable (@escaping @Sendable () -> Void) throws(SystemError) -> Void = {
            body throws(SystemError) in try PlainThread.start(stackBytes: 1 << 22, body)
        }
    ) {
        self.start = start
    }

    deinit { board.close() }

    /// How many were started so far.
    var threads: Int { board.threads }

    /// Has a thread that is free do this; where none is, one more is started, and where the system gives none, it is done here.
    func work(_ job: @escaping @Sendable () -> Void) {
        guard board.post(job) else { return }
        do throws(SystemError) {
            // It takes the job from the board: what it began with it would hold as long as it lives.
            try start { [board] in
                while let job = board.next() {
                    job()
                    board.done()
                }
            }
        } catch {
            board.takeBack()?()
        }
    }

    /// What is to be done, and who is free to do it.
    private final class Board: Sendable {
        private struct State {
            var jobs: [@Sendable () -> Void] = []
            var threads = 0
            /// Threads to which none of the jobs is promised.
            var free = 0
        }

        private let state = Mutex(State())
        /// Once for each job; and for each thread once there are no more.
        private let posted = DispatchSemaphore(value: 0)

        /// Whether another thread is needed for it.
        func post(_ job: @escaping @Sendable () -> Void) -> Bool {
            defer { posted.signal() }
            return state.withLock { state in
                state.jobs.append(job)
                guard state.free == 0 else {
                    state.free -= 1
                    return false
                }
                state.threads += 1
                return true
            }
        }

        /// A job for whoever could not start the thread that was counted for it; nil where one that came free has it already.
        func takeBack() -> (@Sendable () -> Void)? {
            let isLeft = posted.wait(timeout: .now()) == .success
            return state.withLock { state in
                state.threads -= 1
                guard isLeft else {
                    state.free -= 1
                    return nil
                }
                return state.jobs.removeFirst()
            }
        }

        /// Waits for a job; nil once there are no more.
        func next() -> (@Sendable () -> Void)? {
            posted.wait()
            return state.withLock { state in state.jobs.isEmpty ? nil : state.jobs.removeFirst() }
        }

        var threads: Int { state.withLock(\.threads) }

        /// The thread that did a job has none now.
        func done() { state.withLock { $0.free += 1 } }

        func close() {
            for _ in 0..<threads { posted.signal() }
        }
    }
}
