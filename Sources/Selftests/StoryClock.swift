import Files
import Simulation
private import Synchronization

/// The clocks of a simulated machine, and its mail program: each look at them finds a millisecond gone, and waiting costs nothing.
final class StoryClock: Sendable {
    private let passed = Mutex(0)
    private let start: Int

    /// - Parameter start: which start of the machine this is, so that no two runs begin at the same time.
    init(start: Int) { self.start = start }

    func machine(_ calls: SimulatedCalls) -> Machine {
        Machine(
            calls: calls,
            realtime: { [self] in (1_795_500_000 + start * 1000 + tick() / 1000, passed.withLock { $0 }) },
            monotonic: { [self] in tick() * 1_000_000 }, pause: { [self] in pass($0 / 1_000_000 + 1) },
            program: { _, letter, _ in StoryPost(calls: calls).take(letter) })
    }

    private func tick() -> Int {
        pass(1)
        return passed.withLock { $0 }
    }

    private func pass(_ milliseconds: Int) { passed.withLock { $0 += milliseconds } }
}
