import Files
private import Synchronization

/// A machine whose time of day is moved by hand; its disk, and the time that only goes on, are the real ones.
final class YearClock: Sendable {
    private let seconds: Mutex<Int>

    init(at seconds: Int) { self.seconds = Mutex(seconds) }

    func move(to seconds: Int) { self.seconds.withLock { $0 = seconds } }

    var machine: Machine {
        Machine(
            calls: LinuxCalls(), realtime: { [self] in (seconds.withLock { $0 }, 0) },
            monotonic: { MachineClock.monotonic() }, pause: { Machine.real.pause($0) })
    }
}
