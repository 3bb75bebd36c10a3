private import CLinux
private import Glibc

/// The machine's two clocks; everything above takes times as values.
package enum MachineClock {
    /// The time of day, which may be set back or forth: seconds and nanoseconds since 1970, UTC.
    package static func realtime() -> (seconds: Int, nanoseconds: Int) {
        var time = timespec()
        let result = unsafe linux_clock_real(&time)
        precondition(result == 0, "the machine has a clock of the day")
        return (time.tv_sec, time.tv_nsec)
    }

    /// The time that only ever goes on, also while the machine sleeps: nanoseconds since it was started.
    package static func monotonic() -> Int {
        var time = timespec()
        let result = unsafe linux_clock_steady(&time)
        precondition(result == 0, "the machine has a steady clock")
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
