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
        guard !board.post(job) else { return }
        do throws(SystemError) {
            try start { [board] in
                var next: (@Sendable () -> Void)? = job
                while let job = next {
                    job()
                    board.done()
                    next = board.next()
                }
            }
        } catch {
            board.failed()
            job()
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
        /// Once for each job that is promised; and for each thread once there are no more.
        private let posted = DispatchSemaphore(value: 0)

        /// Promises it to a thread that is free; where none is, one more is counted, which is to begin with it.
        func post(_ job: @escaping @Sendable () -> Void) -> Bool {
            let isPromised = state.withLock { state in
                guard state.free > 0 else {
                    state.threads += 1
                    return false
                }
                state.jobs.append(job)
                state.free -= 1
                return true
            }
            if isPromised { posted.signal() }
            return isPromised
        }

        /// The thread that was counted is none.
        func failed() { state.withLock { $0.threads -= 1 } }

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
