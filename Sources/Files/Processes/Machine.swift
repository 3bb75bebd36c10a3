private import CLinux
private import Glibc

/// What the machine gives to work on a site: its disk, its clocks, and the programs that are on it.
///
/// The real one, or one that a test makes up.
package struct Machine: Sendable {
    package let calls: any SystemCalls
    /// The time of day: seconds and nanoseconds since 1970, UTC.
    package let realtime: @Sendable () -> (seconds: Int, nanoseconds: Int)
    /// The time that only ever goes on, in nanoseconds.
    package let monotonic: @Sendable () -> Int
    /// Lets so many nanoseconds pass.
    package let pause: @Sendable (Int) -> Void
    /// Runs a program, the first word of the command, with that input and within that time, and waits for it.
    package let program:
        @Sendable (_ command: [String], _ input: [UInt8], _ timeout: Duration) throws -> ChildProcess.Outcome

    package init(
        calls: any SystemCalls, realtime: @escaping @Sendable () -> (seconds: Int, nanoseconds: Int),
        monotonic: @escaping @Sendable () -> Int, pause: @escaping @Sendable (Int) -> Void,
        program: @escaping @Sendable ([String], [UInt8], Duration) throws -> ChildProcess.Outcome = Machine.run
    ) {
        self.calls = calls
        self.realtime = realtime
        self.monotonic = monotonic
        self.pause = pause
        self.program = program
    }

    private static func run(_ command: [String], _ input: [UInt8], _ timeout: Duration) throws -> ChildProcess.Outcome {
        try ChildProcess.run(
            executable: command[0], arguments: Array(command.dropFirst()),
            environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"], input: input, outputLimit: 65_536,
            timeout: timeout)
    }

    /// The machine that the program runs on.
    package static let real = Machine(
        calls: LinuxCalls(), realtime: { MachineClock.realtime() }, monotonic: { MachineClock.monotonic() },
        pause: { nanoseconds in
            var left = timespec(tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
            var rest = timespec()
            while unsafe nanosleep(&left, &rest) != 0, errno == EINTR { left = rest }
        })
}
